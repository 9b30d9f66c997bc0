using Shirase.Core.Regulations;
using Shirase.Core.Text.Names;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Places and persons agree with the other documents on the matter (gx-13-4-2). One is reported when those documents name some of its kind
/// and this one stands in none of them; 前橋 is 前橋市, 高橋 is 髙橋.
/// </summary>
internal sealed class ReferenceNames : ICheck
{
    public string Name => "reference-names";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var documents = subject.Documents.Select(Lexicon.Plain).ToList();
        if (documents.Count == 0)
        {
            return [];
        }

        var text = subject.Text;
        return Missing(text, documents, PlaceMention.Find(text), PlaceMention.Find)
            .Concat(Missing(text, documents, PersonNames.Find(text, subject.Names), d => PersonNames.Find(d, [])))
            .OrderBy(h => h.Span!.Value.Start);
    }

    private static IEnumerable<Hit> Missing(string text, List<string> documents, IReadOnlyList<TextSpan> ours, Func<string, IReadOnlyList<TextSpan>> find)
    {
        var theirs = ours.Count == 0 ? [] : documents.SelectMany(d => find(d).Select(s => s.In(d))).Distinct(StringComparer.Ordinal).Take(3).ToList();
        return theirs.Count == 0 ? [] : ours
            .Where(s => !documents.Exists(d => d.Contains(Core(Lexicon.Plain(s.In(text))), StringComparison.Ordinal)))
            .DistinctBy(s => s.In(text), StringComparer.Ordinal)
            .Select(s => new Hit(
                new(
                    $"「{s.In(text)}」は関係文書にありません（文書では{string.Join('・', theirs)}）。",
                    $"“{s.In(text)}” is not in the related documents ({string.Join(", ", theirs)})."),
                s,
                null,
                new("場所と人の名を関係文書と照らし合わせてください。", "Compare places and names with the related documents.")));
    }

    // 前橋市 and 前橋 are one place
    private static string Core(string name) => name.Length > 2 && "市区町村郡".Contains(name[^1], StringComparison.Ordinal) ? name[..^1] : name;
}
