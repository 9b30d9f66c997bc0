using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Posts;

/// <summary>An application as a line of a list.</summary>
public sealed record CaseLine(
    Guid Id, string Number, string Subject, string Look, Localized Where, Localized Unit, DateTimeOffset? DesiredAt, DateTimeOffset ChangedAt, bool IsUrgent, bool MayEdit)
{
    /// <summary>The page of the case that is meant, such as <c>/decision</c>; empty for the case itself.</summary>
    public string Page { get; init; } = "";

    /// <summary>Where a click leads: the form while it is the author's, the case after.</summary>
    public string Address => Page == "/desk" ? Page : $"/posts/{Id}{(MayEdit ? "/edit" : Page)}";

    public static CaseLine Of(PostApplication application, Localized unit, Regulation? regulation) => new(
        application.Id.Value,
        application.Number,
        application.Current.Content.Title,
        CaseWords.Look(application),
        CaseWords.Where(application, regulation),
        unit,
        application.Current.Content.DesiredAt,
        application.ChangedAt,
        application.Current.Content.Ground is not null,
        application.State == ApplicationState.Draft);
}
