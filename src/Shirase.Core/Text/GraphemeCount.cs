using System.Globalization;

namespace Shirase.Core.Text;

/// <summary>
/// Characters as a reader sees them (extended grapheme clusters, UAX #29), of the text as it is. The count of Bluesky: at most 300,
/// and 3,000 bytes of UTF-8, whatever facets shorten in a reader's view (lexicon app.bsky.feed.post, maxGraphemes and maxLength).
/// </summary>
public static class GraphemeCount
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; !text.IsEmpty; count++)
        {
            text = text[StringInfo.GetNextTextElementLength(text)..];
        }

        return count;
    }
}
