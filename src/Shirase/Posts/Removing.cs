using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>直ちに削除: no approval, any hour, any managed device, every channel it went to; the copy is kept (gx-13-4-5).</summary>
public sealed class Removing(ShiraseDb db, CaseReader reader, CaseChange change, JobSignal signal)
{
    /// <param name="why">The reason in the officer's words, or null: nothing has to be written before it is gone.</param>
    /// <param name="kind">What the public is told of the reason.</param>
    public async Task<Refusal?> OrderAsync(PostApplicationId id, Who who, string? why, CancellationToken ct, RemovalKind kind = RemovalKind.Error)
    {
        var all = new List<PostDelivery>();
        var standing = new List<PostDelivery>();
        var isOver = false;
        var reports = new List<ErrorReport>();
        var refusal = await change.RunAsync(id, who, why, "delivery.removal-ordered",
            (open, act) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false } ? OnlyPrOfficers.Of(open.Regulation, "verb:remove")
                : isOver ? new AccountHasEnded()
                : standing.Count > 0 ? all.Where(d => d.IsOpen || standing.Contains(d)).Select(d => d.OrderRemoval(act, kind)).FirstOrDefault(r => r is not null)
                : all.Exists(d => d.State is DeliveryState.Removing or DeliveryState.Removed) ? new RemovalIsOrdered()
                : new NotPublished(),
            (open, act) =>
            {
                foreach (var delivery in standing)
                {
                    db.Add(new Job(Guid.CreateVersion7(act.At), who.Body, RemoveJob.Kind, delivery.Id.Value, act.At, act.At, Lane.Removal(delivery.Channel)));
                }

                reports.ForEach(r => r.Close(act, "removed"));
                var subject = $"{open.Application.Number}「{open.Application.Current.Content.Title}」";
                change.Notices.Tell(open, act, Concerned(open).Concat(reports.Select(r => r.By)), "delivery.removed",
                    new($"{subject}の投稿を削除します。{act.Why}", $"{open.Application.Number} \"{open.Application.Current.Content.Title}\" is being deleted. {act.Why}"),
                    open.Regulation.ClauseFor("verb:remove"));
                return Task.CompletedTask;
            },
            ct,
            prepare: async _ =>
            {
                all.AddRange(await db.Deliveries.Where(d => d.Application == id).ToListAsync(ct));
                standing.AddRange(all.Where(d => d.State is DeliveryState.Published or DeliveryState.Sending or DeliveryState.Unknown));

                // Nobody can act for an account that was given up, and what it left stays as it is (gx-6-1)
                var ended = await EndedAsync(standing.Select(d => d.Account), ct);
                isOver = standing.RemoveAll(d => ended.Contains(d.Account)) > 0 && standing.Count == 0;
                reports.AddRange(await db.ErrorReports.Where(r => r.Application == id && r.ClosedAt == null).ToListAsync(ct));
            });
        if (refusal is null)
        {
            signal.Wake();
        }

        return refusal;
    }

    private async Task<IReadOnlyList<AccountId>> EndedAsync(IEnumerable<AccountId> accounts, CancellationToken ct)
    {
        var ids = accounts.Distinct().ToList();
        return await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id) && a.State == AccountState.Deleted).Select(a => a.Id).ToListAsync(ct);
    }

    /// <summary>手作業で削除: entered by a PR officer while the platform refuses or does not answer. The system goes on reading back.</summary>
    /// <param name="seenAt">When it was seen gone.</param>
    /// <param name="seen">How it was verified: which page, and what it showed.</param>
    public Task<Refusal?> EnterByHandAsync(PostApplicationId id, Who who, DeliveryId delivery, DateTimeOffset seenAt, string? seen, CancellationToken ct)
    {
        PostDelivery? found = null;
        var isOver = false;
        return change.RunAsync(id, who, seen, "delivery.removed-by-hand",
            (open, act) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false } ? OnlyPrOfficers.Of(open.Regulation, "verb:remove-by-hand")
                : found is null ? new NothingToSettle()
                : isOver ? new AccountHasEnded()
                : found.EnterByHand(act, seenAt.ToUniversalTime(), seen),
            (open, act) =>
            {
                change.Notices.Tell(open, act, Concerned(open), "delivery.removed-by-hand",
                    new($"{open.Application.Number}の投稿を手作業で削除したことが記録されました。システムの確認は続きます。", $"{open.Application.Number} was entered as deleted by hand; the system goes on verifying."),
                    open.Regulation.ClauseFor("verb:remove-by-hand"));
                return Task.CompletedTask;
            },
            ct,
            prepare: async _ =>
            {
                found = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == delivery && d.Application == id, ct);
                isOver = found is not null && (await EndedAsync([found.Account], ct)).Count > 0;
            });
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
        var open = await reader.OpenAsync(id, ct);
        var deliveries = open is null ? [] : await db.Deliveries.AsNoTracking().Where(d => d.Application == id).ToListAsync(ct);
        if (open is null || !deliveries.Exists(d => d.PublishedAt is not null || d.State is DeliveryState.Sending or DeliveryState.Unknown or DeliveryState.Removing))
        {
            return new NotPublished();
        }

        var act = new Act(who.Staff, reader.Now);
        var report = new ErrorReport(Guid.CreateVersion7(act.At), who.Body, id, who.Staff, act.At, text.Trim());
        db.Add(report);
        db.Record(who.Body, act, "error.reported", $"application/{id}", new { report = report.Id });
        change.Notices.Tell(open, act, Notices.RoleOf(open, "pr-officer").Concat(Notices.RoleOf(open, "operation-officer")), "error.reported",
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
            (open, act) => open.SeatIn(who.Staff, "pr-officer") is null ? OnlyPrOfficers.Of(open.Regulation, "verb:report-error")
                : found is null ? new NothingToSettle()
                : noError && string.IsNullOrWhiteSpace(act.Why) ? new ReasonNeeded(open.Regulation.ClauseFor("verb:report-error"))
                : null,
            (open, act) =>
            {
                if (noError)
                {
                    found!.Close(act, "no-error");
                    change.Notices.Tell(open, act, [found.By], "error.closed",
                        new($"{open.Application.Number}の誤りの申出を確認し、誤りはないと判断しました。{act.Why}", $"Your report on {open.Application.Number} was looked at; it is no error. {act.Why}"),
                        open.Regulation.ClauseFor("verb:report-error"));
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

    /// <summary>Everybody who is told of a deletion (S6): the unit, whoever decided, the officer, the manager, the colleagues of the PR section.</summary>
    internal static IEnumerable<StaffId> Concerned(OpenCase open) =>
        Notices.ApplicantOf(open).Concat(Notices.DecidersOf(open))
            .Concat(Notices.RoleOf(open, "operation-officer")).Concat(Notices.RoleOf(open, "operation-manager")).Concat(Notices.RoleOf(open, "pr-officer"));
}
