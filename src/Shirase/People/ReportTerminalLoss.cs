using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>
/// 端末の紛失・盗難の届出: in one step the terminal loses its registration, whoever is signed in on it and its keeper are signed out,
/// and the accounts that are used on it are named in the journal, where the change of their passwords begins (to-7-2-ka).
/// </summary>
public sealed class ReportTerminalLoss(ShiraseDb db, Rosters rosters, RegulationLibrary library)
{
    public const string Verb = "verb:report-terminal-loss";

    // The body's own site is not signed in to
    private const string OwnSite = "website";

    public async Task<Refusal?> RunAsync(Doer doer, TerminalId id, bool isTheft, string? what, CancellationToken ct)
    {
        if (Entries.Refuse(what) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.Terminals.SingleOrDefaultAsync(t => t.Body == doer.Body && t.Id == id, ct) is not { } terminal || doer.Staff is not { } by)
        {
            return new NoSuchEntry();
        }

        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == doer.Body).Select(b => b.Regulation).SingleAsync(ct);
        var clause = library.InForce(own ?? "", doer.Today)?.ClauseFor(Verb);
        var refusal = terminal.LostAt is not null ? new TerminalIsLost()
            : !await MayAsync(rosters, db, terminal, doer, ct) ? new NotYourTerminal(clause)
            : string.IsNullOrWhiteSpace(what) ? new LossIsUndescribed(clause)
            : (Refusal?)null;
        if (refusal is not null)
        {
            return refusal;
        }

        terminal.Lose(doer.At.Truncated());
        db.Add(new TerminalLoss(Guid.CreateVersion7(doer.At), doer.Body, id, isTheft, what!.Trim(), by, doer.At.Truncated()));
        db.Record(doer, "terminal.lost", $"terminal/{id}", new { kind = isTheft ? "theft" : "loss", clause });
        await SignOutKeeperAsync(doer, terminal, ct);
        foreach (var account in await UsedOnAsync(terminal, ct))
        {
            db.Record(doer, "account.terminal-lost", $"account/{account.Id}", new { terminal = id.Value, about = $"{(isTheft ? "盗難" : "紛失")}：{TerminalIdentity.NameOf(terminal)}", clause });
        }

        await TellAsync(doer, terminal, isTheft, clause, ct);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Its keeper, the staff of its unit, the administrators; of a terminal without a unit, everybody.</summary>
    internal static async Task<bool> MayAsync(Rosters rosters, ShiraseDb db, Terminal terminal, Doer doer, CancellationToken ct)
    {
        if (doer.Staff is not { } staff)
        {
            return false;
        }

        var today = doer.Today;
        return terminal.Unit is not { } unit || terminal.Keeper == staff
            || await db.Postings.On(today).AnyAsync(p => p.Staff == staff && p.Unit == unit, ct)
            || (await rosters.OnAsync(doer.Body, today, ct)).SeatsOf(staff).Any(s => s.Unit == unit || s is { Regulation: Appointment.System, Role: SystemRole.Administrator });
    }

    // Whoever holds it may hold the keeper's session too, and an interface token
    private async Task SignOutKeeperAsync(Doer doer, Terminal terminal, CancellationToken ct)
    {
        if (terminal.Keeper is { } keeper)
        {
            if (await db.Users.SingleOrDefaultAsync(u => u.Staff == keeper, ct) is { } user)
            {
                user.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
            }

            await RevokeToken.AllOfAsync(db, doer, keeper, ct);
        }
    }

    // What was sent from it and what its unit runs; where neither is known, every account may be open on it
    private async Task<List<OfficialAccount>> UsedOnAsync(Terminal terminal, CancellationToken ct)
    {
        var name = TerminalIdentity.NameOf(terminal);
        var sent = await db.Deliveries.AsNoTracking().Where(d => d.Body == terminal.Body && d.Terminal == name).Select(d => d.Account).Distinct().ToListAsync(ct);
        var all = await db.Accounts.AsNoTracking().Where(a => a.Body == terminal.Body && a.State != AccountState.Deleted && a.Channel != OwnSite).ToListAsync(ct);
        var used = all.FindAll(a => sent.Contains(a.Id) || a.Owner == terminal.Unit);
        return used.Count > 0 ? used : all;
    }

    private async Task TellAsync(Doer doer, Terminal terminal, bool isTheft, string? clause, CancellationToken ct)
    {
        var roster = await rosters.OnAsync(doer.Body, doer.Today, ct);
        var name = TerminalIdentity.NameOf(terminal);
        var people = roster.HoldersOf(Appointment.System, SystemRole.Administrator).Concat(terminal.Keeper is { } keeper ? [keeper] : []);
        db.Tell(
            doer.Body, people.Where(p => p != doer.Staff), "terminal.lost",
            new(
                $"【至急】端末「{name}」の{(isTheft ? "盗難" : "紛失")}の届出がありました。登録を取り消し、この端末でのサインインを終わらせました。通信の停止などが要るか確かめてください。",
                $"URGENT: the terminal {name} was reported {(isTheft ? "stolen" : "lost")}. Its registration is revoked and its sessions are closed. See whether its network access has to be stopped too."),
            clause, doer.At);
    }
}

public sealed record TerminalIsLost() : Refusal(new Localized(
    "この端末の紛失・盗難は既に届け出られています。見付かったときは、新しく登録してください。", "It was reported already. If it was found, register it anew."));

public sealed record NotYourTerminal(string? By) : Refusal(new Localized(
    "この端末は別の所属の端末です。その所属の職員又はシステム管理者に連絡してください。", "It belongs to another unit. Tell its staff or an administrator."), By);

public sealed record LossIsUndescribed(string? By) : Refusal(new Localized(
    "いつ、どこで、どのようになくなったかを入力してください。", "Write when, where and how it went missing."), By);
