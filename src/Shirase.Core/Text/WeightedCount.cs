namespace Shirase.Core.Text;

/// <summary>A text measured as X measures it.</summary>
/// <param name="Weight">Weighted length: Latin letters 1, Japanese characters 2, an emoji 2, an address 23.</param>
/// <param name="Valid">True when it has at least one character, no forbidden one, and keeps the limit.</param>
/// <param name="FitsUntil">UTF-16 units of the text in composed form (NFC) that keep the limit; all of them when it fits.</param>
public sealed record WeightedLength(int Weight, bool Valid, int FitsUntil);

/// <summary>
/// X's weighted count as published (configuration version 3: limit 280, scale 100, weight 200 unless the code point lies in
/// 0–4351, 8192–8205, 8208–8223 or 8242–8247, address 23, emoji 200, composed form first).
/// </summary>
public static class WeightedCount
{
    /// <summary>What one post may weigh.</summary>
    public const int Limit = 280;

    /// <summary>What every address weighs, however long it is.</summary>
    public const int UrlWeight = 23;

    private const int Heavy = 2;

    public static int Of(string text) => Measure(text).Weight;

    public static WeightedLength Measure(string text, int limit = Limit)
    {
        var composed = Composed.Of(text);
        var urls = UrlExtractor.Find(composed);
        var (weight, fits, clean, url, emojiFrom) = (0, 0, true, 0, 0);
        for (var i = 0; i < composed.Length;)
        {
            // Emoji are looked for in the whole text, also in addresses: what lies inside one is skipped with it
            var emoji = i >= emojiFrom ? Emoji.LengthAt(composed.AsSpan(i)) : 0;
            emojiFrom = emoji > 0 ? i + emoji : emojiFrom;
            if (url < urls.Count && urls[url].Start == i)
            {
                var end = i + urls[url].Text.Length;
                emojiFrom = EmojiAcross(composed, i, end, emojiFrom);
                weight += UrlWeight;
                i = end;
                url++;
            }
            else if (emoji > 0)
            {
                weight += Heavy;
                i += emoji;
            }
            else
            {
                var pair = i + 1 < composed.Length && char.IsSurrogatePair(composed[i], composed[i + 1]);
                weight += pair ? Heavy : WeightOf(composed[i]);
                clean = clean && composed[i] is not ('\uFEFF' or '\uFFFE' or '\uFFFF');
                i += pair ? 2 : 1;
            }

            for (; url < urls.Count && urls[url].Start < i; url++)
            {
            }

            fits = weight <= limit ? i : fits;
        }

        return new WeightedLength(weight, clean && weight > 0 && weight <= limit, fits);
    }

    private static int WeightOf(char c) =>
        (int)c is <= 4351 or (>= 8192 and <= 8205) or (>= 8208 and <= 8223) or (>= 8242 and <= 8247) ? 1 : Heavy;

    // An emoji may begin inside an address and end behind it; the rest of it is then no emoji of its own
    private static int EmojiAcross(string text, int from, int end, int emojiFrom)
    {
        for (var i = from; i < end; i++)
        {
            if (i >= emojiFrom && Emoji.LengthAt(text.AsSpan(i)) is > 0 and var n)
            {
                emojiFrom = i + n;
            }
        }

        return emojiFrom;
    }
}
