using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>News of another public body names the body and the source (gx-9-2).</summary>
internal sealed class PublicBodySource : ICheck
{
    public string Name => "public-body-source";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is not { ContentClass: ContentClass.PublicBodyActivity } content)
        {
            yield break;
        }

        if (content.PublicBody is null)
        {
            yield return new Hit(
                new("活動の主体（国・地方公共団体・公共性の高い機関）が選ばれていません。", "The public body whose activity it is has not been chosen."),
                null,
                "public-body",
                new("登録された機関から選んでください。", "Choose it from the register."));
        }

        if (string.IsNullOrWhiteSpace(content.ActivityOrSource))
        {
            yield return new Hit(
                new("情報の出所がありません。", "The source of the information is missing."),
                null,
                "source",
                new("出所のURL又は文書名を入力してください。", "Enter the address or the document that it is from."));
        }
    }
}
