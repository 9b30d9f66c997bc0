using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Characters that nobody sees: zero-width spaces and joiners, soft hyphens, fillers. Those that hold an emoji together are fine.</summary>
internal sealed class CharInvisible : ICheck
{
    public string Name => "char-invisible";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (Emoji.LengthAt(text.AsSpan(i)) is > 0 and var n && text[i] != '\uFE0F')
            {
                // A joiner directly behind may tie on an emoji newer than the table
                i += n - 1;
                i += i + 2 < text.Length && text[i + 1] == '\u200D' && char.IsHighSurrogate(text[i + 2]) ? 1 : 0;
                continue;
            }

            if (IsInvisible(text, i))
            {
                yield return new Hit(
                    new($"見えない文字（U+{(int)text[i]:X4}）が含まれています。", $"An invisible character (U+{(int)text[i]:X4}) is in the text."),
                    new TextSpan(i, 1),
                    null,
                    new("取り除いてください。", "Remove it."),
                    "");
            }
        }
    }

    private static bool IsInvisible(string text, int i) => text[i] is
        '\u00AD' or '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u3164' or '\uFFA0' or '\uFEFF'
        or (>= '\u180B' and <= '\u180E') or (>= '\u200B' and <= '\u200D') or (>= '\u2060' and <= '\u2065') or (>= '\u206A' and <= '\u206F');
}
