using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A sentence that is too long to be read at once. A hint.</summary>
internal sealed class LongSentence : ICheck
{
    private const int Most = 80;

    public string Name => "long-sentence";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("max", ParameterKind.Number, false, "Characters up to which a sentence is fine, what it quotes and its links left out. Default: 80; the guide to official writing advises 50 to 60.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var most = with.Number("max", Most);
        var own = Quotation.Blank(subject.Text);
        foreach (var sentence in Sentences.Of(subject.Text))
        {
            var words = sentence.In(own);
            var count = words.Length <= most ? 0 : LiteralCount.Of(words.Replace(Quotation.Mark.ToString(), "", StringComparison.Ordinal)) - UrlExtractor.Find(words).Sum(u => u.Length);
            if (count > most)
            {
                yield return new Hit(
                    new($"一つの文が長く、読みにくくなっています（{count}文字）。", $"This sentence is long ({count} characters)."),
                    sentence,
                    null,
                    new("文を二つに分けるか、箇条書きにしてください。", "Make two sentences of it, or a list."));
            }
        }
    }
}
