using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>An application belongs to exactly one of the two classes that may be posted; there is no third (gx-9-1).</summary>
internal sealed class ContentClass : ICheck
{
    internal const string OwnActivity = "own-activity";
    internal const string PublicBodyActivity = "public-body-activity";

    public string Name => "content-class";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { } content && content.ContentClass is not (OwnActivity or PublicBodyActivity))
        {
            yield return new Hit(
                new("内容の区分が選ばれていません。", "The class of the content has not been chosen."),
                null,
                "class",
                new(
                    "「県警の活動」か「国・地方公共団体・公共性の高い機関の活動」を選んでください。",
                    "Choose the police’s own activity, or an activity of the state, a local authority or a highly public body."));
        }
    }
}
