using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// 引継ぎ: on the day on which a seat that consults passes to another person, the open consultations are named to the successor and the
/// journal tells who had them before (gm-3-1-a). What a seat may do passes by itself, because nothing hangs on the person.
/// </summary>
public sealed class HandingOver(ShiraseDb db, RegulationLibrary library)
{
    public const string Control = "record:handing-over";

    public const string Kind = "consultation.passed-on";

    private const string Mark = "handing-over";

    private static readonly string[] Roles = ["operation-manager", "operation-officer"];

    /// <summary>Once a day, at its beginning. The caller saves.</summary>
    public async Task RunAsync(BodyId body, DateTimeOffset now, CancellationToken ct)
    {
        var today = now.JapanDay();
        var mark = await db.JobMarks.SingleOrDefaultAsync(m => m.Body == body && m.Name == Mark, ct);
        if (mark?.Day >= today)
        {
            return;
        }

        var after = mark?.Day ?? today.AddDays(-1);
        var seats = await db.Appointments.AsNoTracking().Where(a => a.Body == body && Roles.Contains(a.Role)).ToListAsync(ct);
        foreach (var seat in seats.Where(a => a.From > after && a.From <= today && a.IsOn(today)))
        {
            if (library.InForce(seat.Regulation, today)?.ClauseFor(Control) is { } clause
                && seats.Find(a => a.Regulation == seat.Regulation && a.Role == seat.Role && a.Unit == seat.Unit && a.Staff != seat.Staff && a.To == seat.From.AddDays(-1)) is { } before)
            {
                await PassAsync(seat, before, clause, now, ct);
            }
        }

        if (mark is null)
        {
            db.Add(mark = new JobMark(body, Mark, 0, today, today));
        }

        mark.Reached(0, today);
    }

    private async Task PassAsync(Appointment seat, Appointment before, string clause, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Applications.AsNoTracking()
            .Where(a => a.Body == seat.Body && a.Regulation == seat.Regulation && (seat.Unit == null || a.Unit == seat.Unit)
                && a.Consultations.Any(c => c.PublicRelationsAt == null || c.ApplicantAt == null))
            .OrderBy(a => a.Number).Select(a => new { a.Id, a.Number }).ToListAsync(ct);
        foreach (var found in open)
        {
            db.Record(seat.Body, now, Kind, $"application/{found.Id}", new { from = before.Staff.Value, to = seat.Staff.Value, seat.Role, clause });
            db.Tell(
                seat.Body, [seat.Staff], Kind,
                new(
                    $"{found.Number}の継続中の協議を引き継ぎました。案件の画面で協議事項を確かめ、結果を確認してください。",
                    $"The open consultation on {found.Number} passed to you. Look at its question on the page of the case and confirm the outcome."),
                clause, now, found.Id);
        }
    }
}
