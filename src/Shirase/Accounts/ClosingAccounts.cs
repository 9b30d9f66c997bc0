using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>The steps before an account is given up: begun with a reason, announced in two places, reported (to-8-1-a, to-8-1-b, is-2-7-b).</summary>
public sealed class ClosingAccounts(ShiraseDb db, CaseReader reader, RegulationLibrary library, ReadingPages pages)
{
    public Task<Refusal?> BeginAsync(Who who, AccountId id, string? why, CancellationToken ct) => RunAsync(who, id, why, (account, closing, rule, act) =>
    {
        var begun = AccountClosing.Begin(account, closing, rule, act);
        if (begun.Value is { } next)
        {
            db.Add(next);
            db.Record(who.Body, act, "account.closing-begun", $"account/{id}", new { closing = next.Id, days = next.Days, clause = rule.Clause });
        }

        return Task.FromResult(begun.Refusal);
    }, ct);

    /// <param name="post">The delivery that announces the end on the account.</param>
    public Task<Refusal?> AnnounceAsync(Who who, AccountId id, DeliveryId? post, CancellationToken ct) => RunAsync(who, id, null, async (_, closing, rule, act) =>
    {
        if (closing is null)
        {
            return new ClosingIsNotBegun(rule.Clause);
        }

        if (await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Body == who.Body && d.Id == post, ct) is not { } found)
        {
            return new AnnouncementIsNotThere(rule.Clause);
        }

        var refusal = closing.Announce(found, rule);
        if (refusal is null)
        {
            db.Record(who.Body, act, "account.closing-announced", $"account/{id}", new { delivery = found.Id, ends = closing.EndsOn, clause = rule.Clause });
        }

        return refusal;
    }, ct);

    /// <summary>Enters where the notice stands; the page is fetched and judged before anything is recorded.</summary>
    public async Task<Refusal?> ProveAsync(Who who, AccountId id, string? address, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, reader.Now.JapanDay())?.Closing is not { } asked)
        {
            return new NoSuchAccount();
        }

        var (page, wrong) = await pages.ReadAsync(account, Told.End, address, DateTimeOffset.MinValue.AddDays(1), asked.Website ?? asked.Clause, ct);
        if (wrong is not null)
        {
            return wrong;
        }

        return await RunAsync(who, id, null, (_, closing, rule, act) =>
        {
            if (closing is null)
            {
                return Task.FromResult<Refusal?>(new ClosingIsNotBegun(rule.Clause));
            }

            var proof = ReadingPages.Keep(account, closing.Id, Told.End, address!, page!, act);
            db.Add(proof);
            closing.Return(act.At);
            closing.Prove(proof, rule);
            db.Record(who.Body, act, "account.closing-notice-seen", $"account/{id}", new { hash = page!.Hash, ends = closing.EndsOn, clause = rule.Website });
            return Task.FromResult<Refusal?>(null);
        }, ct);
    }

    /// <summary>The end was reported to those whom the document names.</summary>
    public Task<Refusal?> ReportAsync(Who who, AccountId id, string? document, CancellationToken ct) => RunAsync(who, id, document, (_, closing, rule, act) =>
    {
        var refusal = closing is null ? new ClosingIsNotBegun(rule.Clause) : closing.Reported(document, act, rule);
        if (refusal is null)
        {
            db.Record(who.Body, act, "account.end-reported", $"account/{id}", new { closing = closing!.Id, clause = rule.Report });
        }

        return Task.FromResult(refusal);
    }, ct);

    private async Task<Refusal?> RunAsync(
        Who who, AccountId id, string? why, Func<OfficialAccount, AccountClosing?, ClosingRule, Act, Task<Refusal?>> work, CancellationToken ct) =>
        Entries.Refuse(why) ?? await db.ChangeAsync(who.Body, () => ChangeAsync(who, id, why, work, ct), ct);

    private async Task<Refusal?> ChangeAsync(
        Who who, AccountId id, string? why, Func<OfficialAccount, AccountClosing?, ClosingRule, Act, Task<Refusal?>> work, CancellationToken ct)
    {
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, act.At.JapanDay())?.Closing is not { IsAtOnce: false } rule)
        {
            return new NoSuchAccount();
        }

        if (!KeepPolicy.MayEnter(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct), who.Staff, account))
        {
            return new OnlyTheManagerStops(rule.Clause);
        }

        return await work(account, await db.ClosingOfAsync(id, ct), rule, act);
    }
}
