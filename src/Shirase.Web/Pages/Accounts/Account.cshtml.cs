using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>One account: connect it (administrator), stop it or give it up (operation manager).</summary>
public sealed partial class AccountModel(
    ShiraseDb db, IEnumerable<ILiveChannel> channels, AccountLines lines, Core.Regulations.RegulationLibrary library, Rosters rosters, AccountOwners owners, Choices choices, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public ConnectForm Form { get; set; } = new();

    [BindProperty]
    [Display(Name = "Registers.Why")]
    public string? Why { get; set; }

    [BindProperty]
    [Display(Name = "Registers.EndHandle")]
    public string? TypedHandle { get; set; }

    [BindProperty]
    [Display(Name = "Registers.EndDay")]
    public DateOnly? EndDay { get; set; }

    [BindProperty]
    [Display(Name = "Registers.Why")]
    public string? EndWhy { get; set; }

    [BindProperty]
    [Display(Name = "Registers.Owner")]
    public Guid? Owner { get; set; }

    /// <summary>The units that may answer for it, for administrators; empty for all others.</summary>
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>True when the unit that answered for it is no more (to-2-1).</summary>
    public bool IsOrphan { get; private set; }

    [BindProperty]
    [Display(Name = "Registers.Why")]
    public string? AskWhy { get; set; }

    /// <summary><c>takeover</c> where somebody else holds the account, so that it is deleted at once.</summary>
    [BindProperty]
    [Display(Name = "Closing.EmergencyTitle")]
    public IList<string> Emergency { get; set; } = [];

    public OfficialAccount? Account { get; private set; }

    /// <summary>What has to be done before it ends; null where the document says nothing of it.</summary>
    /// <summary>Title of the document that it is under.</summary>
    public Localized Regulation => library.TitleOf(Account!.Regulation);

    public Core.Regulations.ClosingRule? Closing => library.InForce(Account!.Regulation, clock.GetUtcNow().JapanDay())?.Closing;

    /// <summary>True for those who read the whole entry; whoever only runs the account asks for a stop here.</summary>
    public bool MayOpen => me.Required.IsAdministrator || me.Required.IsAuditor || me.Required.Seats.Any(s => s.Role == "operation-manager");

    /// <summary>True for those who run the account and cannot stop it (gx-3-1-b-1).</summary>
    public bool MayAskStop => Account is { State: AccountState.Active } account && !MayStop && AskForStop.Asking.Any(r => me.Required.Sits(account.Regulation, r));

    /// <summary>How it does on its platform.</summary>
    public AccountLine? Line { get; private set; }

    public bool MayConnect => me.Required.IsAdministrator && Account is { Channel: not "website", State: not AccountState.Deleted };

    public bool MaySeePolicy => me.Required.IsAuditor || Shirase.Incidents.StopNotices.Seeing.Any(r => me.Required.Sits(Account!.Regulation, r));

    /// <summary>True where the document asks what the account's policy says.</summary>
    public bool HasPublishedPolicy { get; private set; }

    /// <summary>True where the account's document asks something of its profile.</summary>
    public bool HasProfile { get; private set; }

    /// <summary>True where the account's document says how its password is kept.</summary>
    public bool KeepsPassword { get; private set; }

    /// <summary>True where the account's document asks for the proof that it is official (to-7-1-i).</summary>
    public bool KnowsVerification { get; private set; }

    /// <summary>Post and name of whoever answers for the account today, empty where nobody does; null where the document does not ask (ok-4-3-i-4).</summary>
    public string? Responsible { get; private set; }

    /// <summary>True where the account's document knows an unavoidable rest (to-8-2-b).</summary>
    public bool KnowsRest { get; private set; }

    /// <summary>True where the document says what the account's policy has to hold.</summary>
    public bool HasPolicyText { get; private set; }

    /// <summary>What is open for this account, the earliest deadline first (is-3-11-b, to-7-2-e).</summary>
    public IReadOnlyList<(Core.Duties.Duty Duty, Localized Name)> Duties { get; private set; } = [];

    /// <summary>What the terms of its platform said and say now, where nobody reviewed the change yet (to-2-4-b).</summary>
    public (TermsLook Before, TermsLook Now)? TermsChange { get; private set; }

    public bool MayStop => me.Required.Sits(Account!.Regulation, "operation-manager") && Account.State is not AccountState.Deleted;

    /// <summary>Channels outside the system that take one secret; the website needs no credentials.</summary>
    public IReadOnlyList<SelectListItem> Channels =>
        [.. channels.Where(c => c.Name != "website" && c is not IConnectByConsent).Select(c => new SelectListItem(text[$"Registers.Channel.{c.Name}"], c.Name))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConnectAsync(Guid id, [FromServices] ConnectAccount connect, CancellationToken ct)
    {
        var refusal = await connect.RunAsync(
            me.Required.Doer(clock.GetUtcNow()), new(id), Form.Channel ?? "", Form.Service ?? "", Form.Secret ?? "", ct);
        return await AnswerAsync(id, refusal, "Registers.Connected", ct);
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, [FromServices] StopAccount stop, [FromServices] RefusedAttempts attempts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var refusal = await stop.StopAsync(me.Required.Body, new(id), me.Required.Act(now, Why), ct);
        if (refusal is OnlyTheManagerStops)
        {
            // What a clause gives to somebody else is answered as at the door, with the way that is open beneath it
            db.Forget();
            await attempts.NoteAsync(me.Required.Body, me.Required.Staff, "POST /accounts/{id:guid}?stop", refusal.Clause, now.Truncated(), ct);
            (AskWhy, Response.StatusCode) = (Why, StatusCodes.Status403Forbidden);
        }

        return await AnswerAsync(id, refusal, "Registers.Stopped", ct, "/incidents");
    }

    public async Task<IActionResult> OnPostAskStopAsync(Guid id, [FromServices] AskForStop ask, CancellationToken ct)
    {
        var refusal = await ask.RunAsync(new(me.Required.Staff, me.Required.Body), new(id), AskWhy, ct);
        db.Forget();
        return await AnswerAsync(id, refusal, "Incidents.AskStop.Done", ct, "/on-call");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, [FromServices] StopAccount stop, CancellationToken ct) => await AnswerAsync(
        id, await stop.EndAsync(me.Required.Body, new(id), me.Required.Act(clock.GetUtcNow(), EndWhy), TypedHandle, EndDay, ct, Emergency.Contains("takeover")), "Registers.Ended", ct, "/incidents");

    public async Task<IActionResult> OnPostOwnerAsync(Guid id, CancellationToken ct) => await AnswerAsync(
        id, await owners.HandOverAsync(me.Required.Doer(clock.GetUtcNow()), new(id), new(Owner ?? Guid.Empty), ct), "Registers.OwnerDone", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done, CancellationToken ct, string? next = null)
    {
        if (refusal is null)
        {
            return this.Done(text[done], next ?? $"/accounts/{id}");
        }

        Form.Secret = null;
        Keys = new();
        return await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<string> ResponsibleAsync(OfficialAccount account, CancellationToken ct)
    {
        var holders = (await rosters.TodayAsync(account.Body, ct)).HoldersOf(account.Regulation, "operation-manager", account.Owner).ToList();
        var today = clock.GetUtcNow().JapanDay();
        var people = await db.Staff.AsNoTracking().Where(s => holders.Contains(s.Id)).ToListAsync(ct);
        var posts = await db.Postings.AsNoTracking().On(today).Where(p => holders.Contains(p.Staff) && p.Unit == account.Owner).ToListAsync(ct);
        return string.Join(text["Desk.And"], people.Select(s => $"{posts.Find(p => p.Staff == s.Id)?.Post} {(text.Language == Languages.English ? s.NameEn : s.Name)}".Trim()));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var key = new AccountId(id);
        Account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct);
        if (Account is null)
        {
            return false;
        }

        KnowsVerification = library.Versions(Account.Regulation).Any(r => r.ClauseFor(KeepVerification.Verb) is not null);
        Responsible = library.InForce(Account.Regulation, clock.GetUtcNow().JapanDay())?.ClauseFor("page:responsible") is null ? null : await ResponsibleAsync(Account, ct);
        IsOrphan = await owners.IsOrphanAsync(Account, clock.GetUtcNow().JapanDay(), ct);
        Units = me.Required.IsAdministrator && Account.State != AccountState.Deleted ? await choices.UnitsAsync(text.Language, withNone: IsOrphan, ct) : [];
        Owner ??= Account.Owner.Value;
        KnowsRest = library.Versions(Account.Regulation).Any(r => r.ClauseFor(KeepDormancy.Verb) is not null);
        HasPublishedPolicy = library.Versions(Account.Regulation).Any(r => r.PolicyItems.Count > 0);
        KeepsPassword = Account.Channel != "website" && library.InForce(Account.Regulation, clock.GetUtcNow().JapanDay())?.Passwords is not null;
        HasProfile = library.InForce(Account.Regulation, clock.GetUtcNow().JapanDay())?.Profile.Count > 0;
        HasPolicyText = library.InForce(Account.Regulation, clock.GetUtcNow().JapanDay())?.Policy is not null;
        Line = await lines.OfAsync(Account, clock.GetUtcNow(), ct);
        Duties = [.. (await db.Duties.AsNoTracking().Where(d => d.Account == key && d.ClosedAt == null).OrderBy(d => d.Due).ToListAsync(ct))
            .Select(d => (d, library.Find(d.Regulation, d.Version)?.Duty(d.Rule)?.Name ?? new(d.Rule, d.Rule)))];
        TermsChange = await db.PlatformOfAsync(Account, ct) is { } platform ? await db.TermsChangeOfAsync(platform, ct) : null;
        Budget ??= Account.MonthlyBudget is { } own ? ((decimal)own / 1_000_000).ToString("0.######", CultureInfo.InvariantCulture) : null;
        return true;
    }
}

public sealed class ConnectForm
{
    [Display(Name = "Registers.Channel")]
    public string? Channel { get; set; }

    [Display(Name = "Registers.Service")]
    public string? Service { get; set; }

    [Display(Name = "Registers.Secret")]
    public string? Secret { get; set; }
}
