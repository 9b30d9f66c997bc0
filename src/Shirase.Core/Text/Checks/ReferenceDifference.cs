using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Dates, times, telephone numbers and figures agree with the other documents on the matter (gx-13-4-2). A value is reported when
/// those documents give values of its kind and this one is not among them.
/// </summary>
internal sealed class ReferenceDifference : ICheck
{
    public string Name => "reference-difference";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var documents = subject.Documents;
        if (documents.Count == 0)
        {
            return [];
        }

        var theirs = documents.SelectMany(StatedValue.Of).GroupBy(v => v.Kind, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (Values: g.Select(v => v.Value).ToHashSet(StringComparer.Ordinal), Words: string.Join('・', g.Select(v => v.Words).Distinct(StringComparer.Ordinal).Take(3))),
            StringComparer.Ordinal);
        return subject.StatedValues
            .Where(v => theirs.TryGetValue(v.Kind, out var known) && !known.Values.Contains(v.Value))
            .Select(v => (v.Span, Others: theirs[v.Kind].Words))
            .OrderBy(v => v.Span.Start)
            .Select(v => new Hit(
                new(
                    $"「{v.Span.In(subject.Text)}」が関係文書（{v.Others}）と食い違っています。",
                    $"“{v.Span.In(subject.Text)}” is not what the related documents say ({v.Others})."),
                v.Span,
                null,
                new("どちらが正しいか確かめて直すか、違う理由を入力してください。", "Find out which is right and correct it, or state why they differ.")));
    }
}
