using System.Globalization;

namespace Shirase.Core.Text;

/// <summary>
/// The count of the office: characters as a reader sees them (grapheme clusters of the composed form), everything as written —
/// heading, brackets, spaces, addresses — and a line break as one, whether it is CR LF or LF (gx-13-2-1, gx-13-2-3).
/// </summary>
public static class LiteralCount
{
    public static int Of(string text) => GraphemeCount.Of(Composed.Of(text));

    /// <summary>Index in the text, in UTF-16 units, behind the given number of characters; its length when it has fewer.</summary>
    public static int IndexAfter(string text, int characters)
    {
        var rest = text.AsSpan();
        for (; characters > 0 && !rest.IsEmpty; characters--)
        {
            rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        }

        return text.Length - rest.Length;
    }
}
