using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Duties;

/// <summary>Something overdue that somebody must hear of.</summary>
/// <param name="Kind">Kind of the notice, such as <c>reminder.unassigned</c>.</param>
/// <param name="Roles">Roles whose holders and deputies are told.</param>
/// <param name="People">Further people.</param>
/// <param name="Text">What is overdue and what to do.</param>
/// <param name="Clause">The clause that sets the time.</param>
/// <param name="EveryMorning">True when it is said again each day until it is done; otherwise once.</param>
/// <param name="Since">Said once since this moment, for what may be put off and come again; null for once and for all.</param>
/// <param name="Every">After how long it is said again until it is done, for alarms; null for all others.</param>
public sealed record Reminder(
    string Kind, IReadOnlyList<string> Roles, IReadOnlyList<StaffId> People, Localized Text, string? Clause, bool EveryMorning = false, TimeSpan? Every = null, DateTimeOffset? Since = null);

/// <summary>Finds what is overdue in a case. Pure; time comes in as a value.</summary>
public static class Reminders
{
    public static IEnumerable<Reminder> Due(
        PostApplication application, IReadOnlyList<PostDelivery> deliveries, IReadOnlyList<ErrorReport> reports, Regulation regulation, DateTimeOffset now)
    {
        var n = application.Number;
        var route = regulation.Route(application.Route);
        if (route?.Step(application.Step) is { Kind: StepKind.Assignment } step
            && application.DispatchedAt is { } sent && now >= EndOfWorkingDay(regulation, sent))
        {
            yield return new("reminder.unassigned", step.Roles, [],
                new($"{n}の検討の指示がまだです。運用責任者に指示してください。", $"{n} has not been assigned for examination yet."), step.Clause, EveryMorning: true);
        }

        var minutes = regulation.Number("assignment-reminder-minutes", 5);
        if (route is { IsUrgent: true } && route.Step(application.Step) is { Kind: StepKind.Assignment or StepKind.Examination } waiting
            && application.DispatchedAt is { } arrived && now >= arrived.AddMinutes(minutes))
        {
            yield return new("reminder.urgent", ["operation-manager", .. waiting.Roles.Where(r => r != "operation-manager")], [],
                new($"【緊急】{n}が{minutes}分を過ぎても検討されていません。直ちに検討してください。", $"URGENT: {n} has waited for over {minutes} minutes. Examine it at once."),
                regulation.ClauseFor("setting:assignment-reminder-minutes"));
        }

        var recognised = RecognitionClock.Of(application, regulation, now);
        if (recognised.State is RecognitionState.Amber or RecognitionState.Red && deliveries.All(d => d.State is DeliveryState.Cancelled or DeliveryState.Refused))
        {
            var late = recognised.State == RecognitionState.Red;
            var name = n.Length > 0 ? n : application.Current.Content.Title;
            yield return new(late ? "reminder.recognised-red" : "reminder.recognised-amber", ["unit-head", "operation-officer", "hq-supervisor"], [application.Author],
                new($"{(late ? "【至急】" : "")}{name}は認知から{recognised.Minutes}分たちましたが、まだ配信されていません。", $"{(late ? "URGENT: " : "")}{name}: the police learnt of it {recognised.Minutes} minutes ago and it is not sent."),
                regulation.ClauseFor($"check:{RecognitionClock.Check}"));
        }

        if (application is { State: ApplicationState.InRoute or ApplicationState.ReadyToPublish, PressReleasedAt: null } && application.Current.Content.PressRelease == "planned"
            && (application.PressPlannedAt ?? application.Current.Content.DesiredAt) is { } release && now >= release)
        {
            yield return new("reminder.press-release", ["unit-head", "pr-officer"], [application.Author],
                new($"{n}は報道発表の予定時刻になりましたが、発表の記録がありません。投稿は行われません。延期したときは新しい予定を、済んだときは発表を記録してください。",
                    $"{n}: the press release was due and is not on record; nothing leaves. Record the new time, or that it was made."),
                regulation.ClauseFor("gate:press-release"), Since: release);
        }

        if (application.State == ApplicationState.ReadyToPublish && deliveries.All(d => d.State is DeliveryState.Cancelled or DeliveryState.Refused)
            && application.Current.Content.DesiredAt is { } desired && now >= desired.AddMinutes(regulation.Number("lateness-minutes", 15)))
        {
            yield return new("reminder.unpublished", ["pr-officer", "operation-officer"], [],
                new($"{n}は発信希望日時を過ぎましたが、まだ投稿されていません。", $"{n} is past its desired time and not published."), regulation.ClauseFor("gate:checks"));
        }

        foreach (var decision in application.Decisions.Where(d => d.IsUnsettled && d.CountersignDue < now))
        {
            yield return new("reminder.countersign", ["operation-manager", "operation-officer"], [decision.By],
                new($"{n}の電話による決定が追認されていません。追認又は否認してください。", $"The telephone decision on {n} is not countersigned."), decision.Clause, EveryMorning: true);
        }

        var target = TimeSpan.FromMinutes(regulation.Number("delete-target-minutes", 5));
        if (reports.Any(r => r.IsOpen && now - r.At > target))
        {
            yield return new("reminder.removal", ["operation-officer", "pr-officer"], [],
                new($"【至急】{n}の誤りの申出に{target.TotalMinutes:0}分を過ぎても対応していません。", $"URGENT: the error report on {n} is open for over {target.TotalMinutes:0} minutes."),
                regulation.ClauseFor("verb:remove"));
        }

        var alarm = TimeSpan.FromMinutes(regulation.Number("delete-alarm-minutes", 5));
        if (deliveries.Where(d => d.IsAlarming).Min(d => d.RemovalOrderedAt) is { } ordered && now - ordered >= alarm)
        {
            yield return new("reminder.still-standing", ["operation-officer", "pr-officer"], [],
                new($"【至急】{n}が消えたことを確かめられていません（削除の指示から{(int)(now - ordered).TotalMinutes}分）。管理用端末で確かめ、残っていれば手作業で削除してください。",
                    $"URGENT: {n} is not verified gone ({(int)(now - ordered).TotalMinutes} minutes since it was ordered). Look on the terminal and delete it by hand if it stands."),
                regulation.ClauseFor("verb:remove"), Every: alarm);
        }

        if (application.StandingReturn is { } last && now > EndOfNextWorkingDay(regulation, last.At))
        {
            yield return new("reminder.returned", ["unit-head"], [application.Author],
                new($"差し戻された{n}がそのままになっています。直して再提出するか、取り下げてください。", $"{n} was returned and nothing happened since."), regulation.ClauseFor("verb:revise"));
        }
    }

    // What arrives out of hours is due by the end of the next office day
    private static DateTimeOffset EndOfWorkingDay(Regulation regulation, DateTimeOffset moment) =>
        EndOfDay(regulation, regulation.Window("office-hours")?.NextOpening(moment) ?? moment);

    private static DateTimeOffset EndOfDay(Regulation regulation, DateTimeOffset moment)
    {
        var end = regulation.Window("office-hours")?.End ?? new TimeOnly(17, 15);
        return new(moment.JapanDay().ToDateTime(end), JapanTime.Offset);
    }

    private static DateTimeOffset EndOfNextWorkingDay(Regulation regulation, DateTimeOffset moment)
    {
        var window = regulation.Window("office-hours");
        var day = moment.JapanDay().AddDays(1);
        while (window is not null && !window.IsOpenOn(day))
        {
            day = day.AddDays(1);
        }

        return EndOfDay(regulation, JapanTime.StartOf(day));
    }
}
