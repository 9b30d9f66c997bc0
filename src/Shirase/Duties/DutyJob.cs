using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>
/// Once a minute: opens and closes a body's duties by what the journal told and by the calendar, and tells what is due. The marks it
/// leaves move in the same transaction, so that nothing is opened twice and nothing is missed while no node ran.
/// </summary>
public sealed class DutyJob(ShiraseDb db, DutyRounds rounds, DutyEvents events, DutyDays days, DutyNotices notices, TimeProvider clock) : IJobHandler
{
    public const string Kind = "duties";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Most journal entries of one look. Ours; the rest follows at once.</summary>
    private const int Most = 1000;

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(job.Body, ct);
        var now = clock.GetUtcNow().Truncated();
        var today = now.JapanDay();
        var mark = await db.JobMarks.SingleOrDefaultAsync(m => m.Body == job.Body && m.Name == Kind, ct);
        var isBehind = false;
        if (mark is null)
        {
            // What happened before the system kept duties was seen to without it
            var last = await db.JournalHeads.AsNoTracking().Where(h => h.Body == job.Body).Select(h => h.Number).SingleOrDefaultAsync(ct);
            db.Add(new JobMark(job.Body, Kind, last, today, today));
        }
        else
        {
            var round = await rounds.BeginAsync(job.Body, now, ct);
            var after = mark.Number;
            var entries = await db.Journal.AsNoTracking().Where(j => j.Body == job.Body && j.Number > after).OrderBy(j => j.Number).Take(Most).ToListAsync(ct);
            await events.ApplyAsync(round, entries, ct);
            await days.ApplyAsync(round, mark, ct);
            await TellAsync(round, ct);
            isBehind = entries.Count == Most;
            mark.Reached(entries is [.., var newest] ? newest.Number : after, today);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return isBehind ? now : now + Every;
    }

    private async Task TellAsync(DutyRound round, CancellationToken ct)
    {
        foreach (var duty in round.Open.Where(d => d.IsOpen))
        {
            foreach (var telling in duty.Tell(round.Now).ToList())
            {
                await notices.TellAsync(round, duty, telling, ct);
                if (telling is DutyTelling.Overdue or DutyTelling.Escalation)
                {
                    db.Record(round.Body, round.Now, telling == DutyTelling.Overdue ? "duty.overdue" : "duty.escalated", $"duty/{duty.Id}", DutyRound.Facts(duty));
                }
            }
        }
    }
}
