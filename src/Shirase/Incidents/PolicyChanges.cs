using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Announces a changed operating policy on the website and on the account itself; both are required (gx-p-6-3).</summary>
public sealed class PolicyChanges(ShiraseDb db, CaseReader reader, RegulationLibrary library, ReadingPages pages)
{
    public const string Clause = "gx-p-6-3";

    public async Task<Refusal?> BeginAsync(Who who, AccountId id, string? what, DateOnly? validFrom, CancellationToken ct)
    {
        if (Entries.Refuse(what) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var (account, clause, refusal) = await OpenAsync(who, id, act, ["operation-manager"], ct);
        if (refusal is not null)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(what) || validFrom is null)
        {
            return new PolicyChangeIsEmpty(clause);
        }

        var policy = new PolicyChange(Guid.CreateVersion7(act.At), who.Body, account!.Id, who.Staff, act.At, what.Trim(), validFrom.Value);
        db.Add(policy);
        db.Add(PolicyAnnouncementJob.For(policy));
        db.Record(who.Body, act, "account.policy-changed", $"account/{id}", new { policy = policy.Id, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Enters where the website tells of it; the page is fetched first.</summary>
    public async Task<Refusal?> ProveAsync(Who who, Guid id, string? address, CancellationToken ct)
    {
        var found = await db.PolicyChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Body == who.Body && c.Id == id, ct);
        if (found is null)
        {
            return new NoSuchPolicyChange();
        }

        var (account, clause, refusal) = await OpenAsync(who, found.Account, new(who.Staff, reader.Now), StopNotices.Seeing, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var (page, wrong) = await pages.ReadAsync(account!, Told.Policy, address, found.At, clause, ct);
        if (wrong is not null)
        {
            return wrong;
        }

        db.ChangeTracker.Clear();
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var policy = await db.PolicyChanges.SingleAsync(c => c.Id == id, ct);
        var isStopped = await db.Accounts.AnyAsync(a => a.Id == policy.Account && a.State != AccountState.Active, ct);
        var proof = ReadingPages.Keep(account!, id, Told.Policy, address!, page!, act);

        // Only one of the documents asks for a post beside the website (gx-p-6-3)
        policy.SeenOnWebsite(proof, isStopped || clause is null, act.At);
        db.Add(proof);
        db.Record(who.Body, act, "account.policy-notice-seen", $"account/{account!.Id}", new { policy = id, hash = page!.Hash, withoutPost = policy.WithoutPost, state = account.State.ToString(), clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Names the post of the account that tells of it: published after the change, standing, and about the policy.</summary>
    public async Task<Refusal?> ShowPostAsync(Who who, Guid id, Guid delivery, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await db.PolicyChanges.SingleOrDefaultAsync(c => c.Body == who.Body && c.Id == id, ct) is not { } policy)
        {
            return new NoSuchPolicyChange();
        }

        var (_, clause, refusal) = await OpenAsync(who, policy.Account, act, StopNotices.Seeing, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var post = new DeliveryId(delivery);
        if (!(await PostsOfAsync(policy, ct)).Any(d => d.Id == post))
        {
            return new PostTellsNothing(clause);
        }

        policy.SeenOnAccount(post, act.At);
        db.Record(who.Body, act, "account.policy-post-named", $"account/{policy.Account}", new { policy = id, delivery, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Posts of the account that can tell of it.</summary>
    public Task<List<PostDelivery>> PostsOfAsync(PolicyChange policy, CancellationToken ct) => db.Deliveries.AsNoTracking()
        .Where(d => d.Account == policy.Account && d.State == DeliveryState.Published && d.PublishedAt >= policy.At && d.OutgoingText.Contains("ポリシー"))
        .OrderByDescending(d => d.PublishedAt).ToListAsync(ct);

    private async Task<(OfficialAccount? Account, string? Clause, Refusal? Refusal)> OpenAsync(Who who, AccountId id, Act act, IReadOnlyList<string> roles, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account)
        {
            return (null, null, new Accounts.NoSuchAccount());
        }

        var clause = library.InForce(account.Regulation, act.At.JapanDay())?.Clause(Clause)?.Id;
        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        return account.State == AccountState.Deleted ? (null, clause, new AccountHasEnded())
            : roster.SeatsOf(who.Staff).Any(s => s.Regulation == account.Regulation && roles.Contains(s.Role)) ? (account, clause, null)
            : (null, clause, new NotYoursToAnnouncePolicy(clause));
    }
}

public sealed record NoSuchPolicyChange() : Refusal(new Localized(
    "この変更は見つかりません。画面を開き直してください。", "There is no such change. Open the page again."));

public sealed record PolicyChangeIsEmpty(string? By) : Refusal(new Localized(
    "変更の内容と、適用する日を入力してください。", "Enter what changed and from when on it holds."), By);

public sealed record PostTellsNothing(string? By) : Refusal(new Localized(
    "変更の後に投稿され、掲載中で、「ポリシー」の変更を伝える投稿を選んでください。", "Choose a post that stands, was published after the change and tells of the policy."), By);

public sealed record NotYoursToAnnouncePolicy(string? By) : Refusal(new Localized(
    "運用ポリシーの変更は運用管理者（代決者を含む。）が登録し、公表の確認は運用管理者・運用責任者・広報係員が行います。",
    "The manager enters a change of the policy; manager, officer or PR officers prove that it was announced."), By);
