using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every emoji is read aloud by its name; many of them bury the message.</summary>
internal sealed class EmojiOveruse : ICheck
{
    private const int Most = 3;

    public string Name => "emoji-overuse";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("max", ParameterKind.Number, false, "Emoji up to which a text is fine. Default: 3.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var all = In(subject.Text);
        var most = Math.Max(0, with.Number("max", Most));
        if (all.Count > most)
        {
            yield return new Hit(
                new($"絵文字が多すぎます（{all.Count}個）。", $"There are too many emoji ({all.Count})."),
                all[most],
                null,
                new($"{most}個までに減らし、言葉で書いてください。", $"Keep {most} at most, and use words."));
        }
    }

    private static List<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            var length = Emoji.LengthAt(text.AsSpan(i)) is > 0 and var n ? n
                : i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && char.ConvertToUtf32(text[i], text[i + 1]) is >= 0x1F000 and <= 0x1FAFF ? 2
                : 0;
            if (length > 0 && !(length == 1 && text[i] is '\uFE0F' or '©' or '®' or '™'))
            {
                found.Add(new TextSpan(i, length));
            }

            i += Math.Max(0, length - 1);
        }

        return found;
    }
}
