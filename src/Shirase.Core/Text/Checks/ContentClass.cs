using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// An application belongs to exactly one of the classes that may be posted: those that the regulation lists, or where it lists none
/// the two of gx-9-1.
/// </summary>
internal sealed class ContentClass : ICheck
{
    internal const string OwnActivity = "own-activity";
    internal const string PublicBodyActivity = "public-body-activity";

    private static readonly string[] Two = [OwnActivity, PublicBodyActivity];

    public string Name => "content-class";

    private static IReadOnlyList<string> Allowed(CheckSubject subject, Parameters with) =>
        with.List("of") is { Count: > 0 } of ? of : subject.Categories.Count > 0 ? subject.Categories : Two;

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("of", ParameterKind.List, false, "Classes it must be one of. Default: all that the regulation lists.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { ContentClass.Length: > 0 } chosen && with.List("of").Count == 0 && subject.Categories.Count > 0
            && !subject.Categories.Contains(chosen.ContentClass, StringComparer.Ordinal))
        {
            yield return new Hit(
                new("選ばれている内容の区分は、公表した運用ポリシーにありません。", "The class that is chosen is not in the published policy."),
                null,
                "class",
                new("公表した運用ポリシーにある区分から選んでください。", "Choose one that the published policy names."));
        }
        else if (subject.Content is { } content && !Allowed(subject, with).Contains(content.ContentClass, StringComparer.Ordinal))
        {
            yield return new Hit(
                new("内容の区分が選ばれていません。", "The class of the content has not been chosen."),
                null,
                "class",
                subject.Categories.Count > 0 && !subject.Categories.Contains(OwnActivity, StringComparer.Ordinal)
                    ? new("規程の定める区分から選んでください。", "Choose one of the classes of the regulation.")
                    : new(
                        "「県警の活動」か「国・地方公共団体・公共性の高い機関の活動」を選んでください。",
                        "Choose the police’s own activity, or an activity of the state, a local authority or a highly public body."));
        }
    }
}
