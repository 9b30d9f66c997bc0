using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>
/// Looks once a minute for what is overdue in a body's open cases and tells those who must know, once or once a day; in the
/// morning it also tells what concerns no single case.
/// </summary>
public sealed partial class ReminderJob(
    ShiraseDb db, CaseReader reader, Notices notices, OutOfHoursPosts outOfHours, VacantRoles vacant, AmendmentNotices amendments, HandingOver handing, RegulationLibrary library) : IJobHandler
{
    public const string Kind = "remind";

    // From when on what is said once a day is said
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        await using var transaction = await db.BeginChangeAsync(job.Body, ct);
        var now = reader.Now;
        foreach (var id in await OpenCasesAsync(ct))
        {
            await RemindAsync(id, now, ct);
        }

        await handing.RunAsync(job.Body, now, ct);
        await SayInTheMorningAsync(job.Body, now, ct);

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return now + Every;
    }

    private async Task<IReadOnlyList<PostApplicationId>> OpenCasesAsync(CancellationToken ct)
    {
        var reported = db.ErrorReports.Where(r => r.ClosedAt == null).Select(r => r.Application);
        var removing = db.Deliveries.Where(d => d.State == DeliveryState.Removing).Select(d => d.Application);
        var today = reader.Now.JapanDay();

        // What is still being written is late too where the time of recognition counts (gm-4-3-1)
        var timed = library.Slugs.Where(s => library.InForce(s, today) is { } regulation && RecognitionClock.IsAsked(regulation)).ToList();
        return await db.Applications.AsNoTracking()
            .Where(a => (a.State == ApplicationState.Draft && timed.Contains(a.Regulation)) || a.State == ApplicationState.InRoute || a.State == ApplicationState.Returned || a.State == ApplicationState.ReadyToPublish
                || reported.Contains(a.Id) || removing.Contains(a.Id)
                || a.Decisions.Any(d => d.RecordedBy != null && d.SettledAt == null))
            .Select(a => a.Id).ToListAsync(ct);
    }

    private async Task RemindAsync(PostApplicationId id, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await reader.OpenAsync(id, ct))!;
        var deliveries = await db.Deliveries.AsNoTracking().Where(d => d.Application == id).ToListAsync(ct);
        var reports = await db.ErrorReports.AsNoTracking().Where(r => r.Application == id).ToListAsync(ct);
        foreach (var reminder in Reminders.Due(open.Application, deliveries, reports, open.Regulation, now))
        {
            // This job comes once a minute: half a minute early is better than a minute late
            var since = reminder.EveryMorning ? JapanTime.StartOf(now.JapanDay())
                : reminder.Every is { } every ? now - every + TimeSpan.FromSeconds(30)
                : reminder.Since?.ToUniversalTime() ?? DateTimeOffset.MinValue;
            var isMorning = !reminder.EveryMorning || now.InJapan().TimeOfDay >= Morning
                || reminder.Kind == "reminder.unassigned";
            if (isMorning && !await db.Notices.AnyAsync(n => n.About == id && n.Kind == reminder.Kind && n.At >= since, ct))
            {
                notices.Tell(open, new Act(new StaffId(Guid.Empty), now),
                    reminder.Roles.SelectMany(r => Notices.RoleOf(open, r)).Concat(reminder.People), reminder.Kind, reminder.Text, reminder.Clause);
            }
        }
    }
}
