using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Outbox;

namespace Shirase.Duties;

public sealed partial class ReminderJob
{
    /// <summary>The kind of notice that leads the manager to the register of posts out of hours.</summary>
    public const string OutOfHoursList = "out-of-hours.list";

    private async Task SayInTheMorningAsync(BodyId body, DateTimeOffset now, CancellationToken ct)
    {
        if (now.InJapan().TimeOfDay < Morning)
        {
            return;
        }

        await vacant.TellAsync(body, now, ct);
        var today = now.JapanDay();
        var mark = await db.JobMarks.SingleOrDefaultAsync(m => m.Body == body && m.Name == OutOfHoursList, ct);
        if (mark?.Day >= today)
        {
            return;
        }

        await amendments.TellAsync(body, now, ct);
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleOrDefaultAsync(ct);
        if (slug is not null && library.InForce(slug, today) is { } regulation && regulation.Windows is [var window, ..] && window.IsOpenOn(today))
        {
            await ListOutOfHoursAsync(body, regulation, LastMorning(window, today), JapanTime.StartOf(today).Add(Morning), now, ct);
        }

        // Said or not, the register is not read again before the next morning
        if (mark is null)
        {
            db.Add(mark = new JobMark(body, OutOfHoursList, 0, today, today));
        }

        mark.Reached(0, today);
    }

    // Each working morning, what went out or was decided since the working morning before (gx-10-2-0)
    private async Task ListOutOfHoursAsync(BodyId body, Regulation regulation, DateTimeOffset since, DateTimeOffset until, DateTimeOffset now, CancellationToken ct)
    {
        var posts = (await outOfHours.ReadAsync(body, since, until, ct)).Where(p => p.Standing != NecessityStanding.Undecided || p.Published is not null).ToList();
        if (posts.Count == 0)
        {
            return;
        }

        var open = posts.Count(p => p.Standing is NecessityStanding.ToConfirm or NecessityStanding.Overdue);
        var roster = await reader.RosterAsync(body, now.JapanDay(), ct);
        db.Tell(
            body, roster.HoldersOf(regulation.Slug, "operation-manager").Concat(roster.DeputiesOf(regulation.Slug, "operation-manager")), OutOfHoursList,
            new(
                $"時間外の投稿が{posts.Count}件あります（うち追認待ち{open}件）。一覧で確かめてください。",
                $"Posts out of hours since the last working morning: {posts.Count} ({open} to be countersigned). See the register."),
            regulation.ClauseFor("route:urgent"), now);
    }

    private static DateTimeOffset LastMorning(TimeWindow window, DateOnly today)
    {
        var day = today.AddDays(-1);
        for (var i = 0; i < 60 && !window.IsOpenOn(day); i++)
        {
            day = day.AddDays(-1);
        }

        return JapanTime.StartOf(day).Add(Morning);
    }
}
