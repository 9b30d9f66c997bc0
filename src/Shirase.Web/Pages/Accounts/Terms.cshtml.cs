using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>約款の確認 of a platform: the copy, the points, the result; and all reviews so far (to-2-4-a, to-2-4-c).</summary>
public sealed class TermsModel(ShiraseDb db, KeepTerms keep, CaseReader reader, RegulationLibrary library, IEnumerable<IChannel> channels, SignedInAccessor me, IText text) : PageModel
{
    private IReadOnlyDictionary<string, bool?> _answers = new Dictionary<string, bool?>();

    [BindProperty]
    [Display(Name = "Terms.Copy")]
    public string? Copy { get; set; }

    [BindProperty]
    [Display(Name = "Terms.Disadvantage")]
    public string? Disadvantage { get; set; }

    [BindProperty]
    [Display(Name = "Terms.Agreement")]
    public string? Agreement { get; set; }

    [BindProperty]
    [Display(Name = "Terms.Address")]
    public string? Address { get; set; }

    [BindProperty]
    [Display(Name = "Terms.Channel")]
    public string? Channel { get; set; }

    /// <summary>Channels outside this system, with none first.</summary>
    public IReadOnlyList<SelectListItem> Channels =>
        [new(text["Terms.NoChannel"], ""), .. channels.Where(c => c is ILiveChannel && c.Name != "website").Select(c => new SelectListItem(text[$"Registers.Channel.{c.Name}"], c.Name))];

    /// <summary>What the terms said and say now, where nobody reviewed the change yet.</summary>
    public (TermsLook Before, TermsLook Now)? Change { get; private set; }

    public Platform Platform { get; private set; } = null!;

    public TermsRule Rule { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TermsReview> Reviews { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, Localized> Names { get; private set; } = new Dictionary<StaffId, Localized>();

    public bool MayReview { get; private set; }

    /// <summary>Those that a review reaches.</summary>
    public IReadOnlyList<OfficialAccount> Accounts { get; private set; } = [];

    public bool? AnswerOf(string point) => _answers.GetValueOrDefault(point);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Dictionary<string, bool?> answers, CancellationToken ct)
    {
        _answers = answers;
        return await AnswerAsync(id, await keep.ReviewAsync(Person, id, new(Copy, answers, Disadvantage, Agreement), ct), "Terms.Saved", ct);
    }

    public async Task<IActionResult> OnPostAddressAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await keep.AddressAsync(Person, id, Address, ct), "Terms.AddressSaved", ct);

    public async Task<IActionResult> OnPostChannelAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await keep.ChannelAsync(Person, id, Channel, ct), "Terms.ChannelSaved", ct);

    private Who Person => new(me.Required.Staff, me.Required.Body);

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], $"/accounts/platforms/{id}/terms");
        }

        db.Forget();
        return await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var day = reader.Now.JapanDay();
        if (await RequestRules.OfBodyAsync(db, library, me.Required.Body, day, ct) is not ({ Terms: { } rule } regulation, _)
            || await db.Platforms.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } platform)
        {
            return false;
        }

        (Platform, Rule) = (platform, rule);
        var roster = await reader.RosterAsync(me.Required.Body, day, ct);
        MayReview = KeepPlatforms.MayKeep(roster, me.Required.Staff, regulation.Slug) || me.Required.Sits(regulation.Slug, "operation-manager");
        (Address, Channel) = (Address ?? platform.TermsAddress, Channel ?? platform.Channel);
        Accounts = await db.AccountsOnAsync(platform, ct);
        Change = await db.TermsChangeOfAsync(id, ct);
        Reviews = await db.TermsReviews.AsNoTracking().Where(t => t.Platform == id).OrderByDescending(t => t.Number).ToListAsync(ct);
        var people = Reviews.Select(r => r.By).Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
        return true;
    }
}
