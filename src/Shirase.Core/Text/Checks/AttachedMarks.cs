using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A document that comes with the draft bears a mark of secrecy, such as 部外秘: what needs confidentiality is not handled here (is-3-10).</summary>
internal sealed class AttachedMarks : ICheck
{
    public string Name => "attached-marks";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("words", ParameterKind.List, true, "Marks to look for in documents, in their properties and in those of images."),
        new("says", ParameterKind.Text, false, "What follows from it, in Japanese; default: such a document is not handled."),
        new("says_en", ParameterKind.Text, false, "The same in English."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var documents = subject.Content?.RelatedDocuments.Select(d => (d.Title, Text: $"{d.Title}\n{d.Text}")) ?? subject.References.Select(t => (Title: "", Text: t));
        foreach (var (title, text) in documents)
        {
            if (Words.Find(text, with.List("words")) is [var first, ..])
            {
                var word = first.In(text);
                yield return new Hit(
                    new(
                        $"関連文書{(title.Length > 0 ? $"「{title}」" : "")}に「{word}」があります。{with.Text("says") ?? "要機密情報は扱えません。"}",
                        $"A related document{(title.Length > 0 ? $" ({title})" : "")} says “{word}”. {with.Text("says_en") ?? "What needs confidentiality is not handled here."}"),
                    null,
                    "related",
                    new("この文書を外し、公開してよい文書だけを使ってください。", "Take it out and use documents that may be made public."))
                {
                    FieldWords = word,
                };
            }
        }
    }
}
