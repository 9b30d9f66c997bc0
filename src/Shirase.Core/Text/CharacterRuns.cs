using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>Stretches of neighbouring characters of one sort.</summary>
internal static class CharacterRuns
{
    public static IEnumerable<TextSpan> Of(string text, Func<char, bool> belongs)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!belongs(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && belongs(text[i]))
            {
                i++;
            }

            yield return new TextSpan(start, i - start);
        }
    }
}
