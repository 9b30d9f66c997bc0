using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>How the finding that posting out of hours is necessary stands (gx-10-2-0).</summary>
public enum NecessityStanding
{
    /// <summary>Nobody has decided, or nobody any more.</summary>
    Undecided,

    /// <summary>Decided on screen: nothing is left to confirm.</summary>
    OnScreen,

    /// <summary>Given by telephone, the countersignature is still to come (追認待ち).</summary>
    ToConfirm,

    /// <summary>Given by telephone, and the time for the countersignature is over.</summary>
    Overdue,

    /// <summary>追認済み</summary>
    Countersigned,

    /// <summary>否認: the decider says that he did not give it.</summary>
    Disowned,
}

/// <summary>A line of the register of posts out of hours: an application of the urgent path, its ground and who found it necessary.</summary>
/// <param name="Ground">The ground chosen.</param>
/// <param name="Decision">The decision on the necessity, or null.</param>
/// <param name="SettledAt">When it was countersigned or disowned.</param>
/// <param name="Published">The first delivery that went out, or null.</param>
/// <param name="IsOutside">True when it went out, or is wished, outside office hours.</param>
/// <param name="At">When it went out; before that when it was decided, or filed.</param>
public sealed record OutOfHoursPost(
    PostApplication Application,
    Localized Ground,
    Decision? Decision,
    NecessityStanding Standing,
    DateTimeOffset? SettledAt,
    PostDelivery? Published,
    bool IsOutside,
    DateTimeOffset At)
{
    /// <summary>The line of an application, or null when it does not take the urgent path or is not filed.</summary>
    public static OutOfHoursPost? Of(PostApplication application, IReadOnlyList<PostDelivery> deliveries, Regulation regulation, DateTimeOffset now)
    {
        if (application.SubmittedAt is not { } filed || regulation.Route(application.Route) is not { IsUrgent: true } route)
        {
            return null;
        }

        var examination = route.Judging?.Id ?? "";
        var decision = application.Decisions.Where(d => d.Step == examination && d.Verb is Verb.Approve or Verb.Overrule).MaxBy(d => d.Order);
        var settled = decision is null ? null : application.Decisions.Where(d => d.Order > decision.Order && d.Step == examination && d.Verb is Verb.Countersign or Verb.Disown).MaxBy(d => d.Order);
        var published = deliveries.Where(d => d.PublishedAt is not null).MinBy(d => d.PublishedAt);
        var at = published?.PublishedAt ?? decision?.At ?? filed;
        var window = regulation.Window(regulation.Gate("window")?.With.Text("window") ?? "office-hours");
        var name = route.Grounds.FirstOrDefault(g => g.Id == application.Current.Content.Ground)?.Name ?? new("—", "—");
        return new(
            application, name, decision, Stands(decision, settled, now), settled?.At, published,
            window?.Contains(published?.PublishedAt ?? application.Current.Content.DesiredAt ?? at) == false, at);
    }

    private static NecessityStanding Stands(Decision? decision, Decision? settled, DateTimeOffset now) => (decision, settled) switch
    {
        (null, _) => NecessityStanding.Undecided,
        (_, { Verb: Verb.Disown }) => NecessityStanding.Disowned,
        ({ RecordedBy: null }, _) => NecessityStanding.OnScreen,
        (_, { Verb: Verb.Countersign }) => NecessityStanding.Countersigned,
        _ => decision.CountersignDue < now ? NecessityStanding.Overdue : NecessityStanding.ToConfirm,
    };
}
