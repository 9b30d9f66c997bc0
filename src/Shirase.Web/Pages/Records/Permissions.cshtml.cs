using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Site;
using Shirase.People;
using Shirase.Posts;
using Shirase.Site;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>利用許可の台帳: who asked to use what, and what was decided on which conditions (gx-p-5-1).</summary>
public sealed class PermissionsModel(ShiraseDb db, KeepPermissions keep, SignedInAccessor me, IText text) : PageModel
{
    private static readonly string[] Columns = ["EnteredAt", "Applicant", "Way", "Content", "Purpose", "State", "Conditions", "DecidedBy"];

    [BindProperty]
    public PermissionForm Form { get; set; } = new();

    /// <summary>Open ones first, then the newest.</summary>
    public IReadOnlyList<PermissionRequest> Requests { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, string> Names { get; private set; } = new Dictionary<StaffId, string>();

    /// <summary>What was typed into the decision that was refused.</summary>
    public (Guid Id, string Words) Tried { get; private set; }

    public bool MayDecide => me.Required.Seats.Any(s => s.Role is "operation-officer" or "operation-manager");

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "permissions.csv", [.. Columns.Select(c => text[$"Records.Permission.{c}"])],
            Requests.Select(r => (IReadOnlyList<string>)
                [$"{r.EnteredAt.InJapan():yyyy-MM-dd}", r.Applicant, r.Way, r.Content, r.Purpose, text[$"Records.Permission.State.{r.State}"], r.Conditions + r.Why, NameOf(r.DecidedBy)]));
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken ct) =>
        await AnswerAsync((await keep.AskAsync(Who, Form.Applicant, Form.Way, Form.Content, Form.Purpose, ct)).Refusal, "Records.Permission.Asked", ct);

    public Task<IActionResult> OnPostGrantAsync(Guid id, string? words, CancellationToken ct) => DecideAsync(id, true, words, ct);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, string? words, CancellationToken ct) => DecideAsync(id, false, words, ct);

    public string NameOf(StaffId? id) => id is { } of && Names.TryGetValue(of, out var name) ? name : "";

    private async Task<IActionResult> DecideAsync(Guid id, bool grants, string? words, CancellationToken ct)
    {
        Tried = (id, words ?? "");
        return await AnswerAsync(await keep.DecideAsync(Who, id, grants, words, ct), "Records.Permission.Decided", ct);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], "/permissions");
        }

        db.Forget();
        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Requests = [.. (await db.PermissionRequests.AsNoTracking().ToListAsync(ct)).OrderBy(r => r.State != PermissionState.Asked).ThenByDescending(r => r.EnteredAt)];
        var people = Requests.Select(r => r.DecidedBy).OfType<StaffId>().Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn).In(text.Language), ct);
    }
}

public sealed class PermissionForm
{
    [Display(Name = "Records.Permission.Applicant")]
    public string? Applicant { get; set; }

    [Display(Name = "Records.Permission.Way")]
    public string? Way { get; set; }

    [Display(Name = "Records.Permission.Content")]
    public string? Content { get; set; }

    [Display(Name = "Records.Permission.Purpose")]
    public string? Purpose { get; set; }
}
