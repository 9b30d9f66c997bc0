using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>A review as it is typed.</summary>
public sealed record TermsFactsEntered(string? Terms, IReadOnlyDictionary<string, bool?> Answers, string? Disadvantage, string? Agreement);

/// <summary>Reviews of a platform's terms; a disadvantage gives up the use of all its accounts at once (to-2-4-a, to-2-4-c).</summary>
public sealed class KeepTerms(ShiraseDb db, CaseReader reader, RegulationLibrary library, ChannelSet channels)
{
    public const string GivenUp = "terms.given-up";

    /// <summary>Told for each account on the platform, so that its review of a change ends.</summary>
    public const string Reviewed = "account.terms-reviewed";

    private static readonly string[] Running = ["operation-manager", "operation-officer", "pr-officer"];

    public Task<Refusal?> ReviewAsync(Who who, Guid platform, TermsFactsEntered facts, CancellationToken ct) => Entries.Refuse(facts.Disadvantage, facts.Agreement) is { } tooLong
        ? Task.FromResult<Refusal?>(tooLong)
        : OnAsync(who, platform, async (of, regulation, rule, act) =>
        {
            var before = await db.TermsOfAsync(platform, ct);
            var next = TermsReview.Next(who.Body, platform, before, facts.Terms, facts.Answers, facts.Disadvantage, facts.Agreement, act, rule);
            if (next.Value is not { } review)
            {
                return next.Refusal;
            }

            db.Add(review);
            db.Record(who.Body, act, "terms.reviewed", $"platform/{platform}", new { number = review.Number, disadvantage = review.IsDisadvantage, hash = review.Hash(), clause = rule.Clause });
            foreach (var account in await db.AccountsOnAsync(of, ct))
            {
                db.Record(who.Body, act, Reviewed, $"account/{account.Id}", new { number = review.Number, clause = rule.Clause });
                await ApplyAsync(account, of, regulation, review, act with { Why = review.Disadvantage }, ct);
            }

            return null;
        }, ct);

    /// <summary>Where the terms are read from each week; empty where a person looks.</summary>
    public Task<Refusal?> AddressAsync(Who who, Guid platform, string? address, CancellationToken ct) => OnAsync(who, platform, (of, _, rule, act) =>
    {
        var given = address?.Trim() ?? "";
        if (given.Length > 0 && (given.Length > Entries.Longest || !Uri.TryCreate(given, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")))
        {
            return Task.FromResult<Refusal?>(new TermsAddressIsWrong(rule.Clause));
        }

        of.TermsAt(given);
        db.Record(who.Body, act, "terms.address-entered", $"platform/{platform}", new { clause = rule.Clause });
        return Task.FromResult<Refusal?>(null);
    }, ct);

    /// <summary>Which channel of this system leads to the platform, so that the accounts connected through it count as its accounts; empty for none.</summary>
    public Task<Refusal?> ChannelAsync(Who who, Guid platform, string? channel, CancellationToken ct) => OnAsync(who, platform, async (of, _, rule, act) =>
    {
        var given = channel?.Trim() ?? "";
        if (given.Length > 0 && (RegisterAccount.Inside.Contains(given) || channels.Find(given) is null))
        {
            return new NoSuchChannel(given);
        }

        if (given.Length > 0 && await db.Platforms.AsNoTracking().FirstOrDefaultAsync(p => p.Id != platform && p.Channel == given, ct) is { } other)
        {
            return new ChannelIsTaken(other.Name, rule.Clause);
        }

        of.IsReachedBy(given);
        db.Record(who.Body, act, "platform.channel-entered", $"platform/{platform}", new { channel = given, clause = rule.Clause });
        return null;
    }, ct);

    // One change of a platform by somebody who reviews terms
    private Task<Refusal?> OnAsync(Who who, Guid platform, Func<Platform, Regulation, TermsRule, Act, Task<Refusal?>> work, CancellationToken ct) => db.ChangeAsync(who.Body, async () =>
    {
        var act = new Act(who.Staff, reader.Now);
        return await RequestRules.OfBodyAsync(db, library, who.Body, act.At.JapanDay(), ct) is not ({ Terms: { } rule } regulation, _)
            || await db.Platforms.SingleOrDefaultAsync(p => p.Id == platform, ct) is not { } of ? new NoSuchEntry()
            : !await MayAsync(who, regulation, act, ct) ? new OnlyHeadsReview(rule.Clause)
            : await work(of, regulation, rule, act);
    }, ct);

    private async Task<bool> MayAsync(Who who, Regulation regulation, Act act, CancellationToken ct)
    {
        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        return roster.SeatsOf(who.Staff).Any(s => s.Regulation == regulation.Slug && s.Role == "operation-manager") || KeepPlatforms.MayKeep(roster, who.Staff, regulation.Slug);
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
        db.Tell(
            account.Body, Running.SelectMany(r => roster.ActingFor(account.Regulation, r, account.Owner)).Where(p => p != act.By), GivenUp,
            new(
                $"【使用取りやめ】「{platform.Name}」の約款に県の不利益となる定めが見付かりました（{review.Disadvantage}）。@{account.Handle} から発信できるのは廃止のお知らせだけです。終了の手続を進めてください。",
                $"GIVEN UP: the terms of {platform.Name} are to our disadvantage ({review.Disadvantage}). From @{account.Handle} only the notice of the end is sent; go on with the procedure of the end."),
            regulation.Terms!.GivenUp, act.At);
    }
}

/// <summary>Reads reviews of terms.</summary>
public static class TermsReading
{
    public static Task<TermsReview?> TermsOfAsync(this ShiraseDb db, Guid platform, CancellationToken ct) =>
        db.TermsReviews.AsNoTracking().Where(t => t.Platform == platform).OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);

    /// <summary>What the page of the terms said last; null while it was never read.</summary>
    public static Task<TermsLook?> TermsLookOfAsync(this ShiraseDb db, Guid platform, CancellationToken ct) =>
        db.TermsLooks.Where(t => t.Platform == platform).OrderByDescending(t => t.At).FirstOrDefaultAsync(ct);

    /// <summary>What the terms of a platform said before and say now, where nobody reviewed the change yet; null otherwise.</summary>
    public static async Task<(TermsLook Before, TermsLook Now)?> TermsChangeOfAsync(this ShiraseDb db, Guid platform, CancellationToken ct)
    {
        var looks = await db.TermsLooks.AsNoTracking().Where(t => t.Platform == platform).OrderByDescending(t => t.At).ToListAsync(ct);
        var reviewed = (await db.TermsOfAsync(platform, ct))?.At ?? DateTimeOffset.MinValue;
        return looks.Count > 1 && looks[0].At > reviewed ? (looks.Skip(1).FirstOrDefault(l => l.At <= reviewed) ?? looks[^1], looks[0]) : null;
    }

    /// <summary>Accounts on a platform that were not given up: those asked for there, and those that nobody asked for and that its channel leads to.</summary>
    public static async Task<List<OfficialAccount>> AccountsOnAsync(this ShiraseDb db, Platform platform, CancellationToken ct)
    {
        var requests = db.AccountRequests.AsNoTracking().Where(r => r.Body == platform.Body && r.Account != null);
        return await db.Accounts.AsNoTracking().Where(a => a.Body == platform.Body && a.State != AccountState.Deleted
            && (requests.Any(r => r.Account == a.Id && r.Platform == platform.Id) || (platform.Channel != "" && a.Channel == platform.Channel && !requests.Any(r => r.Account == a.Id)))).ToListAsync(ct);
    }

    /// <summary>The platform of an account: the one it was asked for on, else the one that its channel leads to; null where nobody entered either.</summary>
    public static async Task<Guid?> PlatformOfAsync(this ShiraseDb db, OfficialAccount account, CancellationToken ct) =>
        await db.AccountRequests.AsNoTracking().Where(r => r.Account == account.Id).Select(r => (Guid?)r.Platform).SingleOrDefaultAsync(ct)
        ?? await db.Platforms.AsNoTracking().Where(p => p.Body == account.Body && p.Channel == account.Channel).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct);

    /// <summary>Connected accounts whose platform nobody entered, so that no review of terms reaches them.</summary>
    public static async Task<List<OfficialAccount>> AccountsWithoutPlatformAsync(this ShiraseDb db, BodyId body, string regulation, CancellationToken ct) =>
        await db.Accounts.AsNoTracking().Where(a => a.Body == body && a.Regulation == regulation && a.State != AccountState.Deleted && a.Service != null
            && !db.AccountRequests.Any(r => r.Account == a.Id) && !db.Platforms.Any(p => p.Body == body && p.Channel == a.Channel)).OrderBy(a => a.Handle).ToListAsync(ct);

    /// <summary>What the gate asks of the terms of an account's platform; null where the document asks nothing, or the platform is not known.</summary>
    public static async Task<TermsFacts?> TermsOfAsync(this ShiraseDb db, OfficialAccount account, Regulation regulation, string text, CancellationToken ct)
    {
        if (regulation.Terms is null || await db.PlatformOfAsync(account, ct) is not { } platform)
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

public sealed record ChannelIsTaken(string Platform, string? By) : Refusal(new Localized(
    $"この発信先は、媒体「{Platform}」に登録されています。先にその登録を外してください。", $"That channel is entered for {Platform}; take it away there first."), By);

public sealed record TermsAddressIsWrong(string? By) : Refusal(new Localized(
    $"約款のページのアドレスを、https:// から{Entries.Longest}字以内で入力してください。", $"Enter the address of the terms, beginning with https://, at most {Entries.Longest} characters."), By);
