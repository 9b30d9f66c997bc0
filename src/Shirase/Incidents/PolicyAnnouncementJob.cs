using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Tells those who answer for an account that a change of its policy was not announced in time, and on which side (gx-p-6-3).</summary>
public sealed class PolicyAnnouncementJob(ShiraseDb db, CaseReader reader, RegulationLibrary library, IncidentNotices notices) : IJobHandler
{
    public const string Kind = "policy-announcement";

    public const string Overdue = "incident.policy-overdue";

    /// <summary>The watch over a change; it sleeps until the change is late.</summary>
    public static Job For(PolicyChange policy) => new(NamedId.Of($"{Kind}/{policy.Id}"), policy.Body, Kind, policy.Id, policy.At, policy.At);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(job.Body, ct);
        var now = reader.Now;
        var policy = await db.PolicyChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == job.Subject, ct);
        if (policy is not { AnnouncedAt: null } || await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == policy.Account, ct) is not { State: not AccountState.Deleted } account)
        {
            return null;
        }

        var regulation = library.InForce(account.Regulation, now.JapanDay());
        var due = policy.DueAt(regulation?.Windows is [var hours, ..] ? hours : null);
        if (now < due)
        {
            return due.ToUniversalTime();
        }

        var asksPost = policy.OwesPost && account.State == AccountState.Active && regulation?.Clause(PolicyChanges.Clause) is not null;
        var sides = new[] { policy.OwesNotice ? new Localized("ホームページ", "the website") : null, asksPost ? new Localized("アカウントの投稿", "a post of the account") : null }.OfType<Localized>().ToList();
        await notices.SayAsync(account, Overdue, new(
            $"【期限超過】@{account.Handle} の運用ポリシーの変更の公表が済んでいません：{string.Join('、', sides.Select(s => s.Ja))}。公表し、「運用ポリシーの変更」の画面で確かめてください。",
            $"OVERDUE: the changed policy of @{account.Handle} is not announced on: {string.Join(", ", sides.Select(s => s.En))}. Announce it and prove it on the page of changes."),
            regulation?.ClauseFor("verb:announce-policy"), now, ct);
        db.Record(job.Body, now, "account.policy-overdue", $"account/{account.Id}", new { policy = policy.Id, notice = policy.OwesNotice, post = asksPost });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}
