using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Core.Posts;

/// <summary>How long ago the police learnt of what a message speaks of.</summary>
public enum RecognitionState
{
    /// <summary>It speaks of no incident, is out already, or the document does not ask.</summary>
    None,

    /// <summary>In time.</summary>
    Fresh,

    /// <summary>It must wait: for the press release, or for the hours.</summary>
    Waits,

    /// <summary>It takes long; those who decide are told.</summary>
    Amber,

    /// <summary>It took too long; whoever sends it says why.</summary>
    Red,
}

/// <summary>One look at that clock.</summary>
/// <param name="Minutes">Since the police learnt of it.</param>
/// <param name="WaitsFor">What it must wait for; null in every other state.</param>
public sealed record RecognitionLook(RecognitionState State, int Minutes, Localized? WaitsFor = null);

/// <summary>事件・事故の情報は認知後速やかに (gm-4-3-1). Pure; time comes in as a value.</summary>
public static class RecognitionClock
{
    /// <summary>The check by which a document asks for the time.</summary>
    public const string Check = "recognition-time";

    private static readonly RecognitionLook None = new(RecognitionState.None, 0);

    public static RecognitionLook Of(PostApplication application, Regulation regulation, DateTimeOffset now)
    {
        var content = application.Current.Content;
        if (!IsAsked(regulation) || content is not { CaseInformation: "yes", Case.RecognisedAt: { } at }
            || application.State is not (ApplicationState.Draft or ApplicationState.InRoute or ApplicationState.Returned or ApplicationState.ReadyToPublish))
        {
            return None;
        }

        var minutes = Math.Max(0, (int)(now - at).TotalMinutes);
        return WaitsFor(application, regulation, now) is { } waits ? new(RecognitionState.Waits, minutes, waits)
            : new(
                minutes >= regulation.Number("recognition-red-minutes", 120) ? RecognitionState.Red
                    : minutes >= regulation.Number("recognition-amber-minutes", 60) ? RecognitionState.Amber
                    : RecognitionState.Fresh,
                minutes);
    }

    public static bool IsAsked(Regulation regulation) => regulation.Checks.Any(c => c.Check == Check);

    /// <summary>Refuses a time of recognition that lies ahead, where the document asks for it.</summary>
    public static Refusal? Refuse(PostContent content, Regulation regulation, DateTimeOffset now) =>
        IsAsked(regulation) && content.Case?.RecognisedAt > now ? new RecognitionLiesAhead(regulation.ClauseFor($"check:{Check}")) : null;

    private static Localized? WaitsFor(PostApplication application, Regulation regulation, DateTimeOffset now)
    {
        if (application.Current.Content.PressRelease == "planned" && application.PressReleasedAt is null)
        {
            return new("報道発表を待っています", "waits for the press release");
        }

        return regulation.Window(regulation.Gate("window")?.With.Text("window") ?? "") is { } window && !window.Contains(now) && regulation.Route(application.Route)?.IsUrgent != true
            ? new($"配信時間を待っています（{JapaneseDate.DayAndTime(window.NextOpening(now)).Ja}）", $"waits for the hours ({JapaneseDate.DayAndTime(window.NextOpening(now)).En})")
            : null;
    }
}

public sealed record RecognitionLiesAhead(string? By) : Refusal(new Localized(
    "認知の日時が、今より先になっています。日時を確かめてください。", "The time of recognition lies ahead. See whether it is right."), By);
