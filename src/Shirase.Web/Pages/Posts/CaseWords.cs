using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Posts;

/// <summary>The office's words for where an application stands.</summary>
public static class CaseWords
{
    public static Localized State(ApplicationState state) => state switch
    {
        ApplicationState.Draft => new("下書き", "Draft"),
        ApplicationState.InRoute => new("決裁・審査中", "Under decision"),
        ApplicationState.Returned => new("差戻し", "Returned"),
        ApplicationState.ReadyToPublish => new("投稿待ち", "Ready to publish"),
        ApplicationState.Published => new("投稿済", "Published"),
        ApplicationState.Removed => new("削除済", "Deleted"),
        ApplicationState.Rejected => new("却下", "Rejected"),
        ApplicationState.Withdrawn => new("取下げ", "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Localized State(PostApplication application) =>
        application.IsOnHold && !application.IsFinal ? new("保留", "On hold") : State(application.State);

    /// <summary>With the step where it waits: 「所属長の決裁」.</summary>
    public static Localized Where(PostApplication application, Regulation? regulation) =>
        application.State == ApplicationState.InRoute && regulation?.Route(application.Route)?.Step(application.Step) is { } step
            ? step.Name
            : State(application);

    /// <summary>Look of the chip.</summary>
    public static string Look(PostApplication application) => application.IsOnHold && !application.IsFinal ? "held" : application.State switch
    {
        ApplicationState.Draft => "draft",
        ApplicationState.InRoute => "deciding",
        ApplicationState.Returned => "returned",
        ApplicationState.ReadyToPublish => "waiting",
        ApplicationState.Published => "published",
        ApplicationState.Rejected => "rejected",
        _ => "withdrawn",
    };
}
