using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>A review as it is typed.</summary>
public sealed record TermsFactsEntered(string? Terms, IReadOnlyDictionary<string, bool?> Answers, string? Disadvantage, string? Agreement);

/// <summary>Reviews of a platform's terms; a disadvantage gives up the use of all its accounts at once (to-2-4-a, to-2-4-c).</summary>
public sealed class KeepTerms(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    public const string GivenUp = "terms.given-up";

    private static readonly string[] Running = ["operation-manager", "operation-officer", "pr-officer"];

    public async Task<Refusal?> ReviewAsync(Who who, Guid platform, TermsFactsEntered facts, CancellationToken ct)
    {
        if (Entries.Refuse(facts.Disadvantage, facts.Agreement) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await RequestRules.OfBodyAsync(db, library, who.Body, act.At.JapanDay(), ct) is not ({ Terms: { } rule } regulation, _)
            || await db.Platforms.AsNoTracking().SingleOrDefaultAsync(p => p.Id == platform, ct) is not { } of)
        {
            return new NoSuchEntry();
        }

        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(who.Staff).Any(s => s.Regulation == regulation.Slug && s.Role == "operation-manager") && !KeepPlatforms.MayKeep(roster, who.Staff, regulation.Slug))
        {
            return new OnlyHeadsReview(rule.Clause);
        }

        var before = await db.TermsOfAsync(platform, ct);
        var next = TermsReview.Next(who.Body, platform, before, facts.Terms, facts.Answers, facts.Disadvantage, facts.Agreement, act, rule);
        if (next.Value is not { } review)
        {
            return next.Refusal;
        }

        db.Add(review);
        db.Record(who.Body, act, "terms.reviewed", $"platform/{platform}", new { number = review.Number, disadvantage = review.IsDisadvantage, hash = review.Hash(), clause = rule.Clause });
        foreach (var account in await AccountsOnAsync(platform, ct))
        {
            await ApplyAsync(account, of, regulation, review, act with { Why = review.Disadvantage }, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Where the use is given up the procedure of the end begins by itself; a review that lifts it takes that back.</summary>
    private async Task ApplyAsync(OfficialAccount account, Platform platform, Regulation regulation, TermsReview review, Act act, CancellationToken ct)
    {
        var closing = await db.ClosingOfAsync(account.Id, ct);
        if (!review.IsDisadvantage)
        {
            if (closing is { ForTerms: true })
            {
                closing.Withdraw(act.At);
                db.Record(account.Body, act with { Why = null }, "account.closing-withdrawn", $"account/{account.Id}", new { closing = closing.Id, clause = regulation.Terms!.GivenUp });
            }

            return;
        }

        if (closing is null && regulation.Closing is { IsAtOnce: false } rule && AccountClosing.Begin(account, null, rule, act).Value is { } begun)
        {
            begun.BeginForTerms();
            db.Add(begun);
            db.Record(account.Body, act with { Why = null }, "account.closing-begun", $"account/{account.Id}", new { closing = begun.Id, days = begun.Days, clause = regulation.Terms!.GivenUp });
        }

        var roster = await reader.RosterAsync(account.Body, act.At.JapanDay(), ct);
        foreach (var person in Running.SelectMany(r => roster.ActingFor(account.Regulation, r, account.Owner)).Distinct().Where(p => p != act.By))
        {
            db.Add(new Notice(
                Guid.CreateVersion7(act.At), account.Body, person, GivenUp,
                $"【使用取りやめ】「{platform.Name}」の約款に県の不利益となる定めが見付かりました（{review.Disadvantage}）。@{account.Handle} から発信できるのは廃止のお知らせだけです。終了の手続を進めてください。",
                $"GIVEN UP: the terms of {platform.Name} are to our disadvantage ({review.Disadvantage}). From @{account.Handle} only the notice of the end is sent; go on with the procedure of the end.",
                null, regulation.Terms!.GivenUp, act.At));
        }
    }

    private async Task<List<OfficialAccount>> AccountsOnAsync(Guid platform, CancellationToken ct)
    {
        var ids = await db.AccountRequests.AsNoTracking().Where(r => r.Platform == platform && r.Account != null).Select(r => r.Account!.Value).ToListAsync(ct);
        return await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id) && a.State != AccountState.Deleted).ToListAsync(ct);
    }
}

/// <summary>Reads reviews of terms.</summary>
public static class TermsReading
{
    public static Task<TermsReview?> TermsOfAsync(this ShiraseDb db, Guid platform, CancellationToken ct) =>
        db.TermsReviews.AsNoTracking().Where(t => t.Platform == platform).OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);

    /// <summary>What the gate asks of the terms of an account's platform; null where the document asks nothing, or the platform is not known.</summary>
    public static async Task<TermsFacts?> TermsOfAsync(this ShiraseDb db, OfficialAccount account, Regulation regulation, string text, CancellationToken ct)
    {
        if (regulation.Terms is null || await db.AccountRequests.AsNoTracking().Where(r => r.Account == account.Id).Select(r => (Guid?)r.Platform).SingleOrDefaultAsync(ct) is not { } platform)
        {
            return null;
        }

        var isInUse = await db.Deliveries.AsNoTracking().AnyAsync(d => d.Account == account.Id && d.PublishedAt != null, ct);
        var isClosing = PageProof.Tells(text, Told.End) && await db.ClosingOfAsync(account.Id, ct) is not null;
        return new(await db.TermsOfAsync(platform, ct), isInUse, isClosing);
    }
}

public sealed record OnlyHeadsReview(string? By) : Refusal(new Localized(
    "約款の確認は、アカウントを運用する所属長又は広報の所属が登録します。", "Terms are reviewed by heads of units that run accounts, or by the office of public relations."), By);
