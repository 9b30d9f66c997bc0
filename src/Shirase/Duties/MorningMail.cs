using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>Each morning, one letter is put on its way to everybody who has an address on file. Off where no mail server is set.</summary>
public sealed class MorningMail(ShiraseDb db, IOfficeMail mail, TimeProvider clock) : IJobHandler
{
    public const string Kind = "morning-mail";

    /// <summary>When it is written, in Japan. Ours.</summary>
    public static readonly TimeSpan At = TimeSpan.FromHours(8);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        var (today, morning) = (now.JapanDay(), JapanTime.StartOf(now.JapanDay()) + At);
        if (now < morning)
        {
            return morning.ToUniversalTime();
        }

        await using var change = await db.BeginChangeAsync(job.Body, ct);
        var mark = await db.JobMarks.SingleOrDefaultAsync(m => m.Body == job.Body && m.Name == Kind, ct);
        if (mail.IsOn && mark?.Day != today)
        {
            foreach (var person in await db.Staff.AsNoTracking().Where(s => s.Body == job.Body && s.OfficeMail != null).Select(s => s.Id).ToListAsync(ct))
            {
                // One letter a day, whichever node writes it
                var id = NamedId.Of($"{LetterJob.Kind}/{person}/{today:yyyy-MM-dd}");
                if (!await db.Jobs.AnyAsync(j => j.Id == id, ct))
                {
                    db.Add(new Job(id, job.Body, LetterJob.Kind, person.Value, now, now, LetterJob.Lane));
                }
            }
        }

        if (mark is null)
        {
            db.Add(mark = new JobMark(job.Body, Kind, 0, today, today));
        }

        mark.Reached(0, today);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return morning.AddDays(1).ToUniversalTime();
    }
}
