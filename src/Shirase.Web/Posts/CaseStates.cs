using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Web.Parts;
using Shirase.Web.Words;

namespace Shirase.Web.Posts;

/// <summary>Where a case stands, in the words and looks of the screens.</summary>
public static class CaseStates
{
    /// <summary>Look of the chip and its word for a state.</summary>
    public static (string Look, Localized Word) Of(ApplicationState state, bool isHeld = false) => state switch
    {
        _ when isHeld => ("held", new("保留", "Held")),
        ApplicationState.Draft => ("draft", new("下書き", "Draft")),
        ApplicationState.InRoute => ("deciding", new("決裁・審査中", "In decision")),
        ApplicationState.Returned => ("returned", new("差戻し", "Returned")),
        ApplicationState.ReadyToPublish => ("waiting", new("投稿待ち", "Ready to publish")),
        ApplicationState.Published => ("published", new("投稿済", "Published")),
        ApplicationState.Removed => ("withdrawn", new("削除済", "Deleted")),
        ApplicationState.Rejected => ("rejected", new("却下", "Rejected")),
        ApplicationState.Withdrawn => ("withdrawn", new("取下げ", "Withdrawn")),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Word for the state of a delivery.</summary>
    public static (string Look, Localized Word) Of(DeliveryState state) => state switch
    {
        DeliveryState.Scheduled => ("waiting", new("予約", "Scheduled")),
        DeliveryState.Sending => ("waiting", new("送信中", "Sending")),
        DeliveryState.Published => ("published", new("投稿済", "Published")),
        DeliveryState.Held => ("held", new("保留", "Held")),
        DeliveryState.Refused => ("rejected", new("送信できず", "Refused")),
        DeliveryState.Unknown => ("urgent", new("結果不明", "Outcome unknown")),
        DeliveryState.Cancelled => ("withdrawn", new("取消", "Cancelled")),
        DeliveryState.Removing => ("urgent", new("削除中", "Being deleted")),
        DeliveryState.Removed => ("withdrawn", new("削除済", "Deleted")),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The row of steps: the application, then every step of its route.</summary>
    public static IReadOnlyList<StepView> Steps(CaseFile file, IText text)
    {
        var application = file.Application;
        var route = file.Regulation.Route(application.Route) ?? file.Regulation.Routes[0];
        var here = route.Steps.ToList().FindIndex(s => s.Id == application.Step);
        var ended = application.State is ApplicationState.Rejected or ApplicationState.Withdrawn;
        var published = application.State is ApplicationState.Published or ApplicationState.Removed;
        return
        [
            new(text["Case.Step.Application"],
                application.IsEditable ? StepState.Editing : StepState.Done,
                $"{file.Names.Name(application.Author).In(text.Language)} {Time(application.SubmittedAt, text)}".TrimEnd()),
            .. route.Steps.Select((step, i) => new StepView(
                step.Name.In(text.Language),
                published || (here >= 0 && i < here) ? StepState.Done : here == i ? StepState.Current : ended ? StepState.Skipped : StepState.Ahead,
                here >= 0 && i < here || published ? NoteOf(file, step, text) : null)),
        ];
    }

    /// <summary>The act that finished a step and still stands, or null.</summary>
    public static Decision? ActOf(CaseFile file, RouteStep step) => step.Kind switch
    {
        StepKind.Decision or StepKind.Examination when !file.Application.IsDecidedAt(step.Id) => null,
        StepKind.Decision or StepKind.Examination => file.Application.StandingApprovals().FirstOrDefault(d => d.Step == step.Id),
        StepKind.Dispatch => file.Application.Decisions.LastOrDefault(d => d.Verb == Verb.Dispatch && d.ContentHash == file.Application.Current.Hash),
        StepKind.Assignment => file.Application.Decisions.LastOrDefault(d => d.Verb == Verb.Assign && d.ContentHash == file.Application.Current.Hash),
        _ => null,
    };

    private static string? NoteOf(CaseFile file, RouteStep step, IText text)
    {
        if (step.Kind == StepKind.Publication)
        {
            return file.Deliveries.FirstOrDefault(d => d.PublishedAt is not null) is { } delivery
                ? $"{file.Names.Name(delivery.OrderedBy).In(text.Language)} {Time(delivery.PublishedAt, text)}"
                : null;
        }

        return ActOf(file, step) is { } act
            ? $"{file.Names.Name(act.By).In(text.Language)}{(act.IsProxy ? text["Case.Step.Proxy"] : "")} {Time(act.At, text)}"
            : null;
    }

    private static string Time(DateTimeOffset? at, IText text) => at is { } t ? OfficeTime.DayAndTime(t, text.Language) : "";
}
