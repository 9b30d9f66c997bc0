using Microsoft.EntityFrameworkCore;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Calls to mind, when it is due and ever again, that a stop or end is not announced on the website (gx-3-1-b-2).</summary>
public sealed class StopNoticeJob(ShiraseDb db, CaseReader reader, IncidentNotices notices) : IJobHandler
{
    public const string Kind = "stop-notice";

    /// <summary>How often an overdue notice is called to mind. Ours; no document gives it.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(job.Body, ct);
        var now = reader.Now;
        if (await db.AccountStops.AsNoTracking().SingleOrDefaultAsync(s => s.Id == job.Subject, ct) is not { OwesNotice: true } stop)
        {
            return null;
        }

        if (!stop.IsOverdue(now))
        {
            return stop.NoticeDue;
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == stop.Account, ct);
        await notices.TellAsync(account, IncidentNotices.NoticeOverdue, now, ct);
        db.Record(job.Body, now, "account.notice-overdue", $"account/{account.Id}", new { stop = stop.Id, clause = notices.ClauseOf(account, IncidentNotices.NoticeOverdue, now) });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return now + Every;
    }
}
