using System.Globalization;

namespace Shirase.Core.Site;

/// <summary>The beginning of a long text, for lists that must load quickly on a phone.</summary>
public static class Excerpt
{
    /// <summary>Most characters of a post in a list, as a reader sees them; any post of a short-message service fits. Ours.</summary>
    public const int Length = 400;

    // A character as a reader sees it may be put together of very many; what a list shows of it must end somewhere. Ours
    private const int MostUnits = 3 * Length;

    /// <summary>The text itself where it is short, else its beginning with …; never half a character.</summary>
    public static (string Text, bool IsCut) Of(string text)
    {
        var (end, count) = (0, 0);
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (count == Length || next > MostUnits)
            {
                return (text[..end] + "…", true);
            }

            (end, count) = (next, count + 1);
        }

        return (text, false);
    }
}
