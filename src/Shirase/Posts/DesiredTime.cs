using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Posts;

/// <summary>What the desired time and place of publication must be before an application is filed (gx-f-3, gx-10-1).</summary>
public static class DesiredTime
{
    public static Refusal? Refuse(PostContent content, Regulation regulation) => All(content, regulation).FirstOrDefault();

    public static IEnumerable<Refusal> All(PostContent content, Regulation regulation)
    {
        if (content.Accounts.Count == 0)
        {
            yield return new AccountNotChosen();
        }

        if (content.DesiredAt is not { } at)
        {
            yield return new DesiredTimeNotChosen(regulation.ClauseFor("setting:lead-days"));
        }
        else if (regulation.Windows is [var window, ..])
        {
            var route = regulation.Routes.FirstOrDefault(r => r.Grounds.Any(g => g.Id == content.Ground));
            if (route?.IsUrgent != true && !window.Contains(at))
            {
                yield return new OutOfHoursNeedsGround(window, at);
            }
            else if (route?.Hours == RouteHours.Outside && window.Contains(at))
            {
                yield return new WithinHoursOrdinary(route.Name, route.Clause);
            }
        }
    }
}

public sealed record AccountNotChosen() : Refusal(new Localized(
    "発信先のアカウントを選んでください。", "Choose the account it is for."), "gx-11-3");

public sealed record DesiredTimeNotChosen(string? By) : Refusal(new Localized(
    "発信希望日時を入力してください。", "Enter the desired day and time."), By);

public sealed record WithinHoursOrdinary(Localized Path, string? By) : Refusal(new Localized(
    $"「{Path.Ja}」は執務時間外の発信に限ります。執務時間内は通常の経路で申請してください。",
    $"\"{Path.En}\" is for posts out of hours only. Within the hours take the ordinary path."), By);

public sealed record OutOfHoursNeedsGround(TimeWindow Window, DateTimeOffset At) : Refusal(new Localized(
    $"発信希望日時が執務時間外です。執務時間内（次は{JapaneseDate.DayAndTime(Window.NextOpening(At)).Ja}）にするか、緊急の区分を選んでください。",
    $"The desired time lies outside office hours. Choose one within them (next: {JapaneseDate.DayAndTime(Window.NextOpening(At)).En}) or an urgent ground."), Window.Clause);
