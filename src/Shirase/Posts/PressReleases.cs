using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Text;

namespace Shirase.Posts;

/// <summary>Puts on record that the press release on a case was made; what speaks of an arrest waits for it (gx-13-3-2).</summary>
public sealed class PressReleases(CaseChange change)
{
    private static readonly string[] Recorders = ["press-desk", "pr-officer", "operation-officer", "operation-manager"];

    /// <param name="madeAt">When it was made.</param>
    /// <param name="document">Number or title of the release; it stands in the course of the case.</param>
    /// <param name="says">What it says of the case; the post is compared with it before it leaves.</param>
    public Task<Refusal?> RecordAsync(PostApplicationId id, Who who, DateTimeOffset madeAt, string? document, CancellationToken ct, string? says = null) =>
        change.RunAsync(id, who, document?.Trim(), "press-release.recorded",
            (open, act) => !MayRecord(open, who.Staff) ? new NotOfThisUnit()
                : act.Why?.Length > Drafting.MaxField ? new EntryTooLong("広報文の番号又は件名", "the number or title", Drafting.MaxField)
                : says?.Length > Drafting.MaxBody ? new EntryTooLong("発表の内容", "what the release says", Drafting.MaxBody)
                : open.Application.RecordPressRelease(act, madeAt.ToUniversalTime(), open.Regulation, says ?? ""),
            (open, act) =>
            {
                change.Notices.Tell(open, act, Notices.RoleOf(open, "pr-officer").Concat(Notices.ApplicantOf(open)), "press-release.recorded",
                    Differences(open) is var different && different > 0
                        ? new($"{open.Application.Number}の報道発表が済みました（{act.Why}）。投稿の文面と違うところが{different}か所あります。案件の画面で確かめてください。",
                            $"The press release for {open.Application.Number} was made ({act.Why}). The post differs in {different} places; see the case.")
                        : new($"{open.Application.Number}の報道発表が済みました（{act.Why}）。", $"The press release for {open.Application.Number} was made ({act.Why})."),
                    open.Regulation.ClauseFor("gate:press-release"));
                return Task.CompletedTask;
            },
            ct);

    /// <summary>Puts a planned or postponed time on record; the unit with its head and the PR officers are told that nothing leaves before.</summary>
    public Task<Refusal?> PlanAsync(PostApplicationId id, Who who, DateTimeOffset plannedAt, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why?.Trim(), "press-release.planned",
            (open, act) => MayRecord(open, who.Staff) ? open.Application.PlanPressRelease(act, plannedAt.ToUniversalTime(), open.Regulation) : new NotOfThisUnit(),
            (open, act) =>
            {
                var time = JapaneseDate.DayAndTime(plannedAt);
                change.Notices.Tell(open, act, Notices.ApplicantOf(open).Concat(Notices.RoleOf(open, "pr-officer")), "press-release.planned",
                    new($"{open.Application.Number}の報道発表は{time.Ja}の予定です。発表が記録されるまで投稿は行われません。{act.Why}",
                        $"The press release for {open.Application.Number} is planned for {time.En}. Nothing leaves before it is on record. {act.Why}"),
                    open.Regulation.ClauseFor("gate:press-release"));
                return Task.CompletedTask;
            },
            ct);

    /// <summary>What differs from the release was looked at and stays, with the reason. Those who run the account decide it, not the unit.</summary>
    public Task<Refusal?> SettleAsync(PostApplicationId id, Who who, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "press-release.settled",
            (open, act) => MaySettle(open, who.Staff) ? open.Application.SettlePressDifferences(act, open.Regulation) : new OnlyOfficersSettle(open.Regulation.ClauseFor("check:reference-difference")),
            null, ct);

    public static bool MaySettle(OpenCase open, StaffId staff) =>
        open.SeatIn(staff, "operation-officer") is not null || open.SeatIn(staff, "operation-manager") is not null;

    private static int Differences(OpenCase open) =>
        open.Application.PressDifferences(ComposedText.Of(open.Application.Current.Content, open.Regulation.Composition)).Count;

    /// <summary>True for the applicant's unit and for those who run the account.</summary>
    public static bool MayRecord(OpenCase open, StaffId staff) =>
        open.IsOfUnit(staff) || Recorders.Any(role => open.SeatIn(staff, role) is not null);
}

public sealed record OnlyOfficersSettle(string? By) : Refusal(new Localized(
    "報道発表との違いは運用責任者又は運用管理者が確かめます。", "The officer or the manager looks at what differs from the press release."), By);
