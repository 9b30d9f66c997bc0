using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The author names the other documents on the matter, or states that there are none (gx-13-4-2).</summary>
internal sealed class RelatedDocuments : ICheck
{
    public string Name => "related-documents";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { RelatedDocuments.Count: 0, NoRelatedDocuments: false })
        {
            yield return new Hit(
                new("同じ件に関する他の文書が示されていません。", "Other documents on the matter have not been named."),
                null,
                "related",
                new("報道発表・ホームページ・メールなどを挙げるか、「他の文書はない」を選んでください。", "Name the press release, web page, mail …, or state that there are none."));
        }
    }
}
