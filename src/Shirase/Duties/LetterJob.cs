using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>
/// Writes one person's letter at the moment it is sent: open duties and the numbers of cases that wait. No subjects, texts or names of
/// others; who wants those signs in. Nothing to tell, no letter.
/// </summary>
public sealed class LetterJob(ShiraseDb db, Rosters rosters, DutyNames names, RegulationLibrary library, IOfficeMail mail, TimeProvider clock) : IJobHandler
{
    public const string Kind = "office-mail";

    /// <summary>A mail server that hangs delays nothing else.</summary>
    public const string Lane = "office-mail";

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new StaffId(job.Subject);
        var now = clock.GetUtcNow();
        var to = await db.Staff.AsNoTracking().Where(s => s.Body == job.Body && s.Id == id).Select(s => s.OfficeMail).SingleOrDefaultAsync(ct);
        if (to is null || !mail.IsOn || now - job.CreatedAt > TimeSpan.FromHours(12))
        {
            return null;
        }

        var roster = await rosters.OnAsync(job.Body, now.JapanDay(), ct);
        var (duties, cases) = (await DutiesAsync(job.Body, id, roster, ct), await CasesAsync(job.Body, id, roster, ct));
        if (duties.Count + cases.Count > 0)
        {
            await mail.SendAsync(new(job.Id.ToString(), to, $"【Shirase】期限{duties.Count}件・待っている申請{cases.Count}件", Text(duties, cases, now)), ct);
        }

        return null;
    }

    private static string Text(IReadOnlyList<(Localized Name, Localized About, Duty Duty)> duties, IReadOnlyList<string> cases, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var (title, lines) in new[]
        {
            ("■ 自分の期限", duties.Select(d => $"・{(d.Duty.IsOverdue(now) ? "【期限超過】" : "")}{d.Name.Ja}{(d.About.Ja.Length > 0 ? $"（{d.About.Ja}）" : "")} 期限 {JapaneseDate.DayAndTime(d.Duty.Due).Ja}")),
            ("■ あなたの処理を待っている申請", cases.Select(c => $"・{c}")),
        })
        {
            text.AppendLine(title).AppendJoin("\r\n", lines.DefaultIfEmpty("・ありません")).AppendLine().AppendLine();
        }

        return text.Append("内容はShiraseにサインインして確かめてください。このメールには返信できません。").AppendLine().ToString().ReplaceLineEndings("\r\n");
    }

    private async Task<IReadOnlyList<(Localized Name, Localized About, Duty Duty)>> DutiesAsync(BodyId body, StaffId id, Roster roster, CancellationToken ct)
    {
        var mine = new List<(Localized, Localized, Duty)>();
        foreach (var duty in (await db.Duties.AsNoTracking().Where(d => d.Body == body && d.ClosedAt == null).OrderBy(d => d.Due).ToListAsync(ct))
            .Where(d => KeepDuties.MayClose(roster, d, id)))
        {
            // Staff are named on the page only
            var about = duty.Subject.StartsWith("staff/", StringComparison.Ordinal) ? new("", "") : await names.OfAsync(duty, ct);
            mine.Add((library.Find(duty.Regulation, duty.Version)?.Duty(duty.Rule)?.Name ?? new(duty.Rule, duty.Rule), about, duty));
        }

        return mine;
    }

    private async Task<IReadOnlyList<string>> CasesAsync(BodyId body, StaffId id, Roster roster, CancellationToken ct)
    {
        var open = await db.Applications.AsNoTracking().Include(a => a.Decisions).Include(a => a.Versions).AsSplitQuery()
            .Where(a => a.Body == body && (a.State == ApplicationState.InRoute || a.State == ApplicationState.ReadyToPublish)).OrderBy(a => a.Number).ToListAsync(ct);
        return [.. open.Where(a => library.Find(a.Regulation, a.RegulationVersion)?.Route(a.Route)?.Step(a.Step) is { } step && step.Kind switch
        {
            StepKind.Dispatch => false,
            StepKind.Publication => a.State == ApplicationState.ReadyToPublish && roster.SeatFor(id, a.Regulation, step, a.Unit) is { IsDeputy: false },
            StepKind.Assignment => roster.SeatFor(id, a.Regulation, step, a.Unit) is not null,
            _ => roster.SeatFor(id, a.Regulation, step, a.Unit) is not null && !a.IsTouchedBy(id),
        }).Select(a => a.Number)];
    }
}
