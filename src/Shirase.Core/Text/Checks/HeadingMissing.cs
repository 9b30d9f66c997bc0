using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A post begins with its subject in brackets (gx-13-1-2).</summary>
internal sealed class HeadingMissing : ICheck
{
    public string Name => "heading-missing";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (ShortPost.Is(subject) && Heading.Of(subject.Text) is not { Length: > 2 })
        {
            yield return new Hit(
                new("見出し【件名】がありません。", "The heading 【subject】 is missing."),
                null,
                "subject",
                new("文の先頭に、件名を【 】で囲んで置いてください。", "Put the subject in 【 】 at the very beginning."));
        }
    }
}
