using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A hashtag that nobody meant: a short telephone number with the words behind it (#9110へ相談), or half a sentence.</summary>
internal sealed class HashtagAccidental : ICheck
{
    // Numbers of public services that are dialled with #
    private static readonly string[] Dials = ["9110", "8080", "8103", "8891", "8000", "7119", "8008", "9910", "7111", "7110", "9189", "8778"];
    private static readonly Regex Dial = Patterns.Of("^[0-9]{4}");
    private static readonly Regex Particle = Patterns.Of("^[789][0-9]{3}(へ|に|で|まで|は|を|が|の|又は|または|及び|もしくは|か|や|と|も|から|番)");
    private static readonly Regex Sentence = Patterns.Of("(は|を|に|が|で|へ|と|も|ので|ため|ため、|して|から|まで)$");

    public string Name => "hashtag-accidental";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (!ShortPost.Is(subject))
        {
            yield break;
        }

        var text = subject.Text;
        foreach (var tag in HashtagExtractor.Find(text))
        {
            var word = Folding.Fold(tag.Tag);
            var isDial = Dial.IsMatch(word) && (Dials.Contains(word[..4], StringComparer.Ordinal) || Particle.IsMatch(word));
            if (isDial || IsHalfASentence(text, tag, word))
            {
                yield return new Hit(
                    new($"意図しないハッシュタグになります（#{tag.Tag}）。", $"This becomes a hashtag that nobody meant (#{tag.Tag})."),
                    new TextSpan(tag.Start, tag.Length),
                    null,
                    isDial
                        ? new("番号を（#9110）のように括弧で囲むか、後ろに空白を入れてください。", "Put the number into brackets, as in （#9110）, or a space behind it.")
                        : new("ハッシュタグの後ろに空白を入れてください。", "Put a space behind the hashtag."),
                    isDial ? $"（{text[tag.Start]}{tag.Tag[..4]}）{tag.Tag[4..]}" : null);
            }
        }
    }

    // 「#交通安全のために、」: a tag that ends in a particle and goes on behind a comma
    private static bool IsHalfASentence(string text, HashtagSpan tag, string word) =>
        tag.Start + tag.Length < text.Length && text[tag.Start + tag.Length] is '、' or '，' && Sentence.IsMatch(word);
}
