namespace Shirase.Core.Text;

/// <summary>A hashtag as X links it.</summary>
/// <param name="Tag">The word without its sign.</param>
/// <param name="Start">Index of the sign.</param>
/// <param name="Length">Number of UTF-16 units with the sign.</param>
public sealed record HashtagSpan(string Tag, int Start, int Length);

/// <summary>
/// Finds hashtags by X's published rules: # or ＃ not directly after a letter, digit or &amp;, then letters and digits with
/// at least one letter; none where another sign or :// follows, none inside an address.
/// </summary>
public static class HashtagExtractor
{
    public static IReadOnlyList<HashtagSpan> Find(string text)
    {
        if (text.AsSpan().IndexOfAny('#', '＃') < 0)
        {
            return [];
        }

        var tags = Candidates(text);
        return tags.Count == 0 ? tags : WithoutThoseInside(tags, UrlExtractor.Find(text));
    }

    /// <summary>Also those inside an address.</summary>
    internal static List<HashtagSpan> Candidates(string text)
    {
        var tags = new List<HashtagSpan>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('#' or '＃') || i < from || !MayPrecede(text, i, from))
            {
                continue;
            }

            var end = WordEnd(text, i + 1, out var hasLetter);
            if (!hasLetter || text[i + 1] is '\uFE0F' or '\u20E3')
            {
                continue;
            }

            from = end;
            if (!IsCarriedOn(text.AsSpan(end)))
            {
                tags.Add(new HashtagSpan(text[(i + 1)..end], i, end - i));
            }
        }

        return tags;
    }

    // The sign stands at the start, or behind a character that was not used by the tag before and is no part of a word
    private static bool MayPrecede(string text, int sign, int from)
    {
        if (sign == 0)
        {
            return true;
        }

        if (sign == from)
        {
            return false;
        }

        var c = text[sign - 1];
        if (c is '\uFE0E' or '\uFE0F')
        {
            return true;
        }

        if (char.IsLowSurrogate(c))
        {
            return sign >= 2 && sign - 2 >= from && char.IsHighSurrogate(text[sign - 2])
                && !IsWord(char.ConvertToUtf32(text[sign - 2], c));
        }

        return c != '&' && !char.IsSurrogate(c) && !IsWord(c);
    }

    private static int WordEnd(string text, int at, out bool hasLetter)
    {
        hasLetter = false;
        while (at < text.Length)
        {
            var pair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            var point = pair ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            if (!IsWord(point))
            {
                break;
            }

            hasLetter = hasLetter || PlatformCharacters.HashtagLetter.Contains(point);
            at += pair ? 2 : 1;
        }

        return at;
    }

    private static bool IsWord(int point) =>
        PlatformCharacters.HashtagLetter.Contains(point) || PlatformCharacters.HashtagOther.Contains(point);

    private static bool IsCarriedOn(ReadOnlySpan<char> rest) =>
        rest.Length > 0 && (rest[0] is '#' or '＃' || rest.StartsWith("://", StringComparison.Ordinal));

    private static List<HashtagSpan> WithoutThoseInside(List<HashtagSpan> tags, IReadOnlyList<UrlSpan> urls)
    {
        var kept = new List<HashtagSpan>();
        var end = 0;
        var u = 0;
        foreach (var tag in tags)
        {
            for (; u < urls.Count && urls[u].Start < tag.Start; u++)
            {
                end = urls[u].Start >= end ? urls[u].Start + urls[u].Length : end;
            }

            if (tag.Start >= end)
            {
                kept.Add(tag);
                end = tag.Start + tag.Length;
            }
        }

        return kept;
    }
}
