using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// Roles that must be filled before anything is published and that nobody holds or deputises (gx-3-0-2). The manager has to
/// have it mended and the administrators enter it, so both are told.
/// </summary>
public sealed class VacantRoles(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    public const string Kind = "role.vacant";

    /// <summary>Prepares the notices of the day; the caller saves. Nothing when all are filled or when it was said today.</summary>
    public async Task TellAsync(BodyId body, DateTimeOffset now, CancellationToken ct)
    {
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleOrDefaultAsync(ct);
        if (slug is null || library.InForce(slug, now.JapanDay()) is not { } regulation || regulation.Gate("roles-filled") is not { } gate)
        {
            return;
        }

        var roster = await reader.RosterAsync(body, now.JapanDay(), ct);
        var vacant = gate.With.List("roles").Where(r => !roster.IsFilled(slug, r)).Select(r => regulation.Role(r)?.Name ?? new(r, r)).ToList();
        var today = JapanTime.StartOf(now.JapanDay()).ToUniversalTime();
        if (vacant.Count == 0 || await db.Notices.AnyAsync(n => n.Body == body && n.Kind == Kind && n.At >= today, ct))
        {
            return;
        }

        var (ja, en) = (string.Join('・', vacant.Select(v => v.Ja)), string.Join(", ", vacant.Select(v => v.En)));
        var people = roster.HoldersOf(slug, "operation-manager").Concat(roster.DeputiesOf(slug, "operation-manager"))
            .Concat(roster.HoldersOf(Appointment.System, SystemRole.Administrator));
        db.Tell(
            body, people, Kind,
            new(
                $"{ja}が登録されていません。登録されるまで投稿できません。後任又は代決者を決め、システム管理者が職員の画面で登録してください。",
                $"Nobody is appointed as {en}; nothing can be published until somebody is. Name a successor or deputy; an administrator enters the appointment on the page of the person."),
            gate.Clause, now);
    }

    /// <summary>The same in a change of its own, such as when a publication was refused for it.</summary>
    public async Task TellNowAsync(BodyId body, CancellationToken ct)
    {
        db.Forget();
        await using var transaction = await db.BeginChangeAsync(body, ct);
        await TellAsync(body, reader.Now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
