using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>直ちに削除: no approval, any hour, any managed device; the copy is kept (gx-13-4-5).</summary>
public sealed class Removing(ShiraseDb db, CaseReader reader, CaseChange change, JobSignal signal)
{
    public async Task<Refusal?> OrderAsync(PostApplicationId id, Who who, string? why, CancellationToken ct)
    {
        var standing = new List<PostDelivery>();
        var reports = new List<ErrorReport>();
        var refusal = await change.RunAsync(id, who, why, "delivery.removal-ordered",
            (open, act) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false }
                ? new OnlyPrOfficers(open.Regulation.ClauseFor("verb:remove"))
                : standing.Count == 0 ? new NotPublished() : standing.Select(d => d.OrderRemoval(act)).FirstOrDefault(r => r is not null),
            (open, act) =>
            {
                foreach (var delivery in standing)
                {
                    db.Add(new Job(Guid.CreateVersion7(act.At), who.Body, RemoveJob.Kind, delivery.Id.Value, act.At, act.At, Lane.Removal(delivery.Channel)));
                }

                reports.ForEach(r => r.Close(act, "removed"));
                change.Notices.Tell(open, act,
                    Notices.ApplicantOf(open).Concat(Notices.RoleOf(open, "operation-officer")).Concat(Notices.RoleOf(open, "operation-manager")),
                    "delivery.removed",
                    new($"{open.Application.Number}「{open.Application.Current.Content.Title}」の投稿を削除します。{act.Why}", $"{open.Application.Number} \"{open.Application.Current.Content.Title}\" is being deleted. {act.Why}"),
                    open.Regulation.ClauseFor("verb:remove"));
                return Task.CompletedTask;
            },
            ct,
            prepare: async _ =>
            {
                standing.AddRange(await db.Deliveries.Where(d => d.Application == id && d.State == DeliveryState.Published).ToListAsync(ct));
                reports.AddRange(await db.ErrorReports.Where(r => r.Application == id && r.ClosedAt == null).ToListAsync(ct));
            });
        if (refusal is null)
        {
            signal.Wake();
        }

        return refusal;
    }

    /// <summary>Any member of staff reports an error in something published (gx-13-4-4).</summary>
    public async Task<Refusal?> ReportErrorAsync(PostApplicationId id, Who who, string text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ReasonNeeded(null);
        }

        if (text.Length > Drafting.MaxField)
        {
            return new EntryTooLong("誤りの内容", "the report", Drafting.MaxField);
        }

        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        if (await reader.OpenAsync(id, ct) is not { } open || open.Application.State is not (ApplicationState.Published or ApplicationState.Removed))
        {
            return new NotPublished();
        }

        var act = new Act(who.Staff, reader.Now);
        var report = new ErrorReport(Guid.CreateVersion7(act.At), who.Body, id, who.Staff, act.At, text.Trim());
        db.Add(report);
        db.Record(who.Body, act, "error.reported", $"application/{id}", new { report = report.Id });
        change.Notices.Tell(open, act, Notices.RoleOf(open, "pr-officer"), "error.reported",
            new($"【至急】{open.Application.Number}の投稿に誤りの申出がありました。確認し、誤りなら直ちに削除してください。", $"URGENT: an error was reported in {open.Application.Number}. Check it and delete at once if it is one."),
            open.Regulation.ClauseFor("verb:report-error"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>A PR officer looked at a report: acknowledged, or closed as no error with a reason.</summary>
    public Task<Refusal?> AnswerErrorAsync(PostApplicationId id, Who who, Guid report, bool noError, string? why, CancellationToken ct)
    {
        ErrorReport? found = null;
        return change.RunAsync(id, who, why, noError ? "error.closed" : "error.acknowledged",
            (open, act) => open.SeatIn(who.Staff, "pr-officer") is null ? new OnlyPrOfficers(open.Regulation.ClauseFor("verb:report-error"))
                : found is null ? new NothingToSettle()
                : noError && string.IsNullOrWhiteSpace(act.Why) ? new ReasonNeeded(open.Regulation.ClauseFor("verb:report-error"))
                : null,
            (_, act) =>
            {
                if (noError)
                {
                    found!.Close(act, "no-error");
                }
                else
                {
                    found!.Acknowledge(act);
                }

                return Task.CompletedTask;
            },
            ct,
            prepare: async _ => found = await db.ErrorReports.SingleOrDefaultAsync(r => r.Id == report && r.Application == id && r.ClosedAt == null, ct));
    }
}
