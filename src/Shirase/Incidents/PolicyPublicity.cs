using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// Proves that the public can read the policy of an account and was told of the start of its use: the page as the system itself fetched it
/// (gx-4-1, gx-5-2, is-2-2-b, is-2-2-c).
/// </summary>
public sealed class PolicyPublicity(ShiraseDb db, CaseReader reader, RegulationLibrary library, ReadingPages pages, ListedPoint listed, IWebsiteAddresses site)
{
    /// <summary>Enters where the policy stands. The page is fetched; every statement has to be on it.</summary>
    public async Task<Refusal?> ProvePolicyAsync(Who who, AccountId id, int number, string? address, CancellationToken ct)
    {
        var (account, clause, refusal) = await OpenAsync(who, id, "verb:prove-policy", ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var version = await db.PolicyDocuments.AsNoTracking().SingleOrDefaultAsync(p => p.Account == id && p.Number == number, ct);
        if (version is not { State: PolicyDocumentState.Adopted })
        {
            return new PolicyIsNotAdopted();
        }

        var (page, wrong) = await pages.ReadAsync(account!, Told.PolicyPage, address, version.AdoptedAt!.Value, clause, ct);
        if (wrong is not null)
        {
            return wrong;
        }

        var text = version.Text();
        return text.MissingOn(page!.Text) is { Count: > 0 } missing
            ? new PolicyPageLacks([.. missing.Select(m => m.Name)], number, missing[0].Clause)
            : await KeepAsync(who, account!, version.Id, Told.PolicyPage, address!, page, "policy.page-seen", clause, ct);
    }

    /// <summary>Enters where the notice of the start stands.</summary>
    public async Task<Refusal?> ProveStartAsync(Who who, AccountId id, string? address, CancellationToken ct)
    {
        var (account, clause, refusal) = await OpenAsync(who, id, "verb:announce-start", ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var (page, wrong) = await pages.ReadAsync(account!, Told.Start, address, JapanTime.StartOf(new(2000, 1, 1)), clause, ct);
        return wrong ?? await KeepAsync(who, account!, account!.Id.Value, Told.Start, address!, page!, "account.start-seen", clause, ct);
    }

    /// <summary>Enters where the official accounts are listed; handle, name and operator have to stand there (gx-4-1, ok-4-5-a).</summary>
    public async Task<Refusal?> ProveListingAsync(Who who, AccountId id, string? address, CancellationToken ct)
    {
        var (account, clause, refusal) = await OpenAsync(who, id, "verb:prove-listing", ct, needsPolicy: false);
        if (refusal is not null)
        {
            return refusal;
        }

        var (page, wrong) = await pages.ReadAsync(account!, Told.Listing, address, JapanTime.StartOf(new(2000, 1, 1)), clause, ct);
        if (wrong is not null)
        {
            return wrong;
        }

        var operators = await db.Bodies.AsNoTracking().Where(b => b.Id == who.Body).Select(b => b.Name).SingleAsync(ct);
        return WebsiteComparison.ListingLacks(page!.Text, account!, operators) is { Count: > 0 } missing
            ? new ListLacks(missing, clause)
            : await KeepAsync(who, account!, account!.Id.Value, Told.Listing, address!, page, "account.listing-seen", clause, ct);
    }

    /// <summary>Puts the notice of the start on the body's own site in this system; the answer is its address, to be proved next.</summary>
    public async Task<Result<Uri>> PublishStartAsync(Who who, AccountId id, string? text, CancellationToken ct)
    {
        var (account, clause, refusal) = await OpenAsync(who, id, "verb:announce-start", ct);
        if (refusal is not null)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > StopNotices.Longest || PolicyWords.PlaceholderIn(text) is not null)
        {
            return new NoticeIsEmpty(clause);
        }

        db.ChangeTracker.Clear();
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var notice = NoticeId(id);
        if (!await db.WebsiteNotices.AnyAsync(n => n.Body == who.Body && n.Id == notice, ct))
        {
            db.Add(new StoredNotice(who.Body, notice, account!.Handle, text.Trim().ReplaceLineEndings("\n"), "[]", act.At));
            db.Record(who.Body, act, "account.start-published", $"account/{id}", new { notice, clause });
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
        }

        return site.OfNotice(who.Body, notice);
    }

    /// <summary>One notice of the start for an account: pressing twice publishes once.</summary>
    public static string NoticeId(AccountId account) => NamedId.Of($"notice/start/{account}").ToString("N");

    /// <summary>The notice as it is proposed: unit, platform, account, address of the policy, day.</summary>
    public static string StartDraft(PolicySubject subject, string platform, Uri policy) =>
        $"公式アカウントの運用開始について\n{subject.Body}{subject.Unit}は、{platform}のアカウント「{subject.Account}」（@{subject.Handle}）の運用を開始しました。\n"
        + $"運用ポリシー：{policy}\n{JapaneseDate.EraYear(subject.Day)}{subject.Day.Month}月{subject.Day.Day}日";

    private async Task<Refusal?> KeepAsync(
        Who who, OfficialAccount account, Guid subject, Told told, string address, SeenPage page, string verb, string? clause, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        db.Add(ReadingPages.Keep(account, subject, told, address, page, act));
        db.Record(who.Body, act, verb, $"account/{account.Id}", new { subject, hash = page.Hash, clause });
        if (told == Told.Listing && library.InForce(account.Regulation, act.At.JapanDay()) is { } regulation)
        {
            await listed.CloseAsync(account, regulation, act, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<(OfficialAccount? Account, string? Clause, Refusal? Refusal)> OpenAsync(Who who, AccountId id, string control, CancellationToken ct, bool needsPolicy = true)
    {
        var day = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, day) is not { } regulation || (needsPolicy ? regulation.Policy?.Clause : regulation.ClauseFor(control)) is not { } asking)
        {
            return (null, null, new NoSuchAccount());
        }

        return account.State == AccountState.Deleted ? (null, null, new AccountHasEnded())
            : KeepPolicyDocument.Sits(await reader.RosterAsync(who.Body, day, ct), who.Staff, account, KeepPolicyDocument.Drafting)
                ? (account, regulation.ClauseFor(control) ?? asking, null)
                : (null, null, new NotYoursToDraftPolicy(regulation.Role("operation-manager")?.Name ?? new("責任者", "the person responsible"), asking));
    }
}

public sealed record PolicyPageLacks(IReadOnlyList<Localized> Names, int Number, string? By) : Refusal(new Localized(
    $"そのページには、第{Number}版の次の項目がそのままの文で載っていません：{string.Join('、', Names.Select(n => n.Ja))}。載せ直してから、もう一度確かめてください。",
    $"The page does not hold these statements of version {Number} word for word: {string.Join(", ", Names.Select(n => n.En))}. Put them on it and look again."), By);

public sealed record ListLacks(IReadOnlyList<Localized> Names, string? By) : Refusal(new Localized(
    $"その一覧に次のものが載っていません：{string.Join('、', Names.Select(n => n.Ja))}。掲載を直してから、もう一度確かめてください。",
    $"The list lacks: {string.Join(", ", Names.Select(n => n.En))}. Put it there and look again."), By);
