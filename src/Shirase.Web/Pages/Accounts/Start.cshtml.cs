using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>運用開始 of an account in preparation (is-2-1-a, is-3-6).</summary>
public sealed class StartModel(ShiraseDb db, StartingAccounts starting, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    public OfficialAccount Account { get; private set; } = null!;

    public StartRule Rule { get; private set; } = null!;

    public int Senders { get; private set; }

    public bool MayDecide { get; private set; }

    /// <summary>What keeps the use from starting; null when nothing does.</summary>
    public Refusal? Missing { get; private set; }

    /// <summary>The point that was tried, and what was typed for it.</summary>
    public string Tried { get; private set; } = "";

    public string Typed { get; private set; } = "";

    private Who Person => new(me.Required.Staff, me.Required.Body);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, string? point, string? seen, CancellationToken ct)
    {
        (Tried, Typed) = (point ?? "", seen ?? "");
        return await AnswerAsync(id, await starting.ConfirmAsync(Person, new(id), point, seen, ct), "Closing.PointConfirmed", ct);
    }

    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await starting.StartAsync(Person, new(id), ct), "Closing.StartedNow", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], $"/accounts/{id}/start");
        }

        db.Forget();
        return await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var (key, day) = (new AccountId(id), reader.Now.JapanDay());
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account
            || library.InForce(account.Regulation, day) is not { Start: { } rule } regulation)
        {
            return false;
        }

        (Account, Rule) = (account, rule);
        var roster = await reader.RosterAsync(account.Body, day, ct);
        Senders = StartingAccounts.SendersOf(roster, regulation, account);
        MayDecide = KeepPolicy.MayEnter(roster, me.Required.Staff, account) && account.State != AccountState.Deleted;
        Missing = account.IsPreparing ? account.MissingForStart(Senders, rule) : null;
        return true;
    }
}
