using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>公的機関の登録簿: anybody proposes, the operation officer decides (gx-8-2-2).</summary>
public sealed class PublicBodiesModel(
    ShiraseDb db, SignedInAccessor signedIn, PublicBodies register, RegulationLibrary library, IText text, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PublicBody> Entries { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, string> Names { get; private set; } = new Dictionary<StaffId, string>();

    public IReadOnlyList<NamedChoice> Classes { get; private set; } = [];

    public ProposalForm Form { get; set; } = new();

    /// <summary>The entry whose decision was refused: only its form shows what was typed.</summary>
    public Guid? Tried { get; private set; }

    public DateOnly Today => clock.GetUtcNow().JapanDay();

    public bool MayDecide => signedIn.Required.Seats.Any(s => s.Role == "operation-officer");

    public IEnumerable<SelectListItem> ClassItems => Classes.Select(c => new SelectListItem(c.Name.In(text.Language), c.Id));

    private Who Me => new(signedIn.Required.Staff, signedIn.Required.Body);

    /// <summary>The repost form fills in what it knows.</summary>
    public Task OnGetAsync(string? name, string? handle, string? @class, CancellationToken ct)
    {
        Form = new() { Name = name, Handle = handle, Class = @class };
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostProposeAsync([Bind(Prefix = nameof(Form))] ProposalForm form, CancellationToken ct)
    {
        Form = form;
        var proposed = await register.ProposeAsync(Me, form.Name ?? "", form.Class ?? "", form.Handle ?? "", form.Why ?? "", ct);
        return await AnswerAsync(proposed.Refusal, "Records.Body.Proposed", ct);
    }

    public Task<IActionResult> OnPostRegisterAsync(Guid id, [Bind(Prefix = "Decide")] DecisionOnBody form, CancellationToken ct) =>
        DecideAsync(id, PublicBodyState.Registered, form, ct);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, [Bind(Prefix = "Decide")] DecisionOnBody form, CancellationToken ct) =>
        DecideAsync(id, PublicBodyState.Declined, form, ct);

    public Task<IActionResult> OnPostSuspendAsync(Guid id, [Bind(Prefix = "Decide")] DecisionOnBody form, CancellationToken ct) =>
        DecideAsync(id, PublicBodyState.Suspended, form, ct);

    public string ClassName(string id) => Classes.FirstOrDefault(c => c.Id == id)?.Name.In(text.Language) ?? id;

    /// <summary>Form state of one entry: what was typed where it was refused, else what is registered.</summary>
    public ViewDataDictionary FormOf(PublicBody entry)
    {
        var isTried = Tried == entry.Id;
        var data = new ViewDataDictionary(MetadataProvider, isTried ? ModelState : new ModelStateDictionary())
        {
            Model = new DecisionOnBody { ProofUrl = entry.ProofUrl, Hosts = entry.Hosts, ReviewOn = entry.ReviewOn ?? Today.AddYears(1) },
        };
        data.TemplateInfo.HtmlFieldPrefix = "Decide";
        data["Entry"] = entry;
        return data;
    }

    private async Task<IActionResult> DecideAsync(Guid id, PublicBodyState to, DecisionOnBody form, CancellationToken ct)
    {
        Tried = id;
        if (!ModelState.IsValid)
        {
            await ShowAsync(ct);
            return Page();
        }

        return await AnswerAsync(
            await register.DecideAsync(Me, id, to, form.ProofUrl ?? "", form.Hosts?.ReplaceLineEndings("\n").Trim() ?? "", form.ReviewOn ?? Today.AddYears(1), form.Why, ct),
            "Records.Body.Decided", ct);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Said"] = text[said];
            return Redirect("/public-bodies");
        }

        ViewData["Refused"] = refusal;
        db.Forget();
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var body = await db.Bodies.AsNoTracking().SingleAsync(b => b.Id == Me.Body, ct);
        Classes = body.Regulation is { } slug ? library.InForce(slug, Today)?.PublicBodyClasses ?? [] : [];
        Entries = [.. (await db.PublicBodies.AsNoTracking().Where(b => b.Body == Me.Body).ToListAsync(ct))
            .OrderBy(b => b.State == PublicBodyState.Proposed ? 0 : 1).ThenBy(b => b.Name, StringComparer.Ordinal)];
        Names = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn).In(text.Language), ct);
    }
}

public sealed class ProposalForm
{
    [Display(Name = "Records.Body.Name")]
    public string? Name { get; set; }

    [Display(Name = "Records.Body.Class")]
    public string? Class { get; set; }

    [Display(Name = "Records.Body.Handle")]
    public string? Handle { get; set; }

    [Display(Name = "Records.Body.Why")]
    public string? Why { get; set; }
}

public sealed class DecisionOnBody
{
    [Display(Name = "Records.Body.Proof")]
    public string? ProofUrl { get; set; }

    [Display(Name = "Records.Body.Hosts")]
    public string? Hosts { get; set; }

    [Display(Name = "Records.Body.ReviewOn")]
    public DateOnly? ReviewOn { get; set; }

    [Display(Name = "Records.Body.Reason")]
    public string? Why { get; set; }
}
