namespace Shirase.Core.Text;

/// <summary>
/// Emoji as X counts them: one sign of weight 2 however many code points it is made of.
/// The grammar is that of X's published library (Emoji 11), so a newer family may count as its parts, as it does there.
/// </summary>
internal static class Emoji
{
    private const char Joiner = '\u200D';
    private const char AsEmoji = '\uFE0F';
    private const char AsText = '\uFE0E';
    private const char Keycap = '\u20E3';
    private const int Boy = 0x1F466;
    private const int Girl = 0x1F467;
    private const int Man = 0x1F468;
    private const int Woman = 0x1F469;

    /// <summary>Number of UTF-16 units of the emoji that starts here, or 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var (c, n) = PointAt(text);

        // By far the most characters are Japanese or ASCII: no emoji starts between the signs and the songs of the BMP
        if (c is (> 0x3299 and < 0xE000) or (> 0x303D and < 0x3297) || (c < 0xA9 && !IsKeycapBase(c)))
        {
            return 0;
        }

        var rest = text[n..];
        var joined = Worker(c, rest) is > 0 and var w ? w
            : Athlete(c, rest) is > 0 and var a ? a
            : Mover(c, rest) is > 0 and var m ? m
            : Sequence(c, rest);
        return joined > 0 ? n + joined : Single(c, n, rest);
    }

    private static int Single(int c, int n, ReadOnlySpan<char> rest)
    {
        if (IsKeycapBase(c))
        {
            var mark = Starts(rest, AsEmoji) ? 1 : 0;
            return Starts(rest[mark..], Keycap) ? n + mark + 1 : 0;
        }

        if (c is 0xA9 or 0xAE or 0x2122 or 0x265F && Starts(rest, AsEmoji))
        {
            return n + 1;
        }

        if (PlatformCharacters.EmojiText.Contains(c))
        {
            return Starts(rest, AsEmoji) ? n + 1 : Starts(rest, AsText) ? 0 : n;
        }

        if (PlatformCharacters.EmojiPersonText.Contains(c) && !Starts(rest, AsText))
        {
            n += Starts(rest, AsEmoji) ? 1 : 0;
            return n + Tone(rest[(Starts(rest, AsEmoji) ? 1 : 0)..]);
        }

        if (PlatformCharacters.EmojiPerson.Contains(c))
        {
            return n + Tone(rest);
        }

        if (Flag(c, rest) is > 0 and var f)
        {
            return n + f;
        }

        return PlatformCharacters.EmojiPlain.Contains(c) || c == AsEmoji ? n : 0;
    }

    // A man or woman, a tone, and the tool of the trade
    private static int Worker(int c, ReadOnlySpan<char> rest)
    {
        if (c is not (Man or Woman))
        {
            return 0;
        }

        var tone = Tone(rest);
        if (!Starts(rest[tone..], Joiner))
        {
            return 0;
        }

        var (tool, n) = PointAt(rest[(tone + 1)..]);
        if (!PlatformCharacters.EmojiWorkTool.Contains(tool))
        {
            return 0;
        }

        n += tone + 1;
        return n == tone + 3 ? n : Starts(rest[n..], AsEmoji) ? n + 1 : 0;
    }

    private static int Athlete(int c, ReadOnlySpan<char> rest)
    {
        if (!PlatformCharacters.EmojiAthlete.Contains(c))
        {
            return 0;
        }

        var n = Tone(rest) is > 0 and var t ? t : Starts(rest, AsEmoji) ? 1 : 0;
        return n > 0 && Sex(rest[n..]) ? n + 3 : 0;
    }

    private static int Mover(int c, ReadOnlySpan<char> rest)
    {
        var n = Tone(rest);
        return PlatformCharacters.EmojiMover.Contains(c) && Sex(rest[n..]) ? n + 3 : 0;
    }

    private static int Sequence(int c, ReadOnlySpan<char> rest) => c switch
    {
        Man or Woman => Couple(c, rest) is > 0 and var n ? n : Family(c, rest),
        0x1F46F or 0x1F93C or 0x1F9DE or 0x1F9DF => Sex(rest) ? 3 : 0,
        0x1F3F3 when Starts(rest, AsEmoji) => Joined(rest[1..], 0x1F308) is > 0 and var n ? n + 1 : 0,
        0x1F3F4 => Joined(rest, 0x2620) is > 0 and var n && Starts(rest[n..], AsEmoji) ? n + 1 : 0,
        0x1F441 => Joined(rest, 0x1F5E8),
        _ => 0,
    };

    private static int Couple(int c, ReadOnlySpan<char> rest)
    {
        var heart = Joined(rest, 0x2764);
        if (heart == 0 || !Starts(rest[heart..], AsEmoji))
        {
            return 0;
        }

        heart++;
        var kiss = Joined(rest[heart..], 0x1F48B);
        return Partner(c, rest[(heart + kiss)..]) is > 0 and var p ? heart + kiss + p : 0;
    }

    private static int Partner(int c, ReadOnlySpan<char> rest) =>
        Joined(rest, Man) is > 0 and var man ? man : c == Woman ? Joined(rest, Woman) : 0;

    private static int Family(int c, ReadOnlySpan<char> rest)
    {
        var second = c == Man && Joined(rest, Man) is > 0 and var man ? man : Joined(rest, Woman);
        if (second > 0)
        {
            return Children(rest[second..]) is > 0 and var n ? second + n : 0;
        }

        return Children(rest);
    }

    private static int Children(ReadOnlySpan<char> rest)
    {
        if (Joined(rest, Girl) is > 0 and var girl)
        {
            var next = rest[girl..];
            return girl + (Joined(next, Girl) is > 0 and var g ? g : Joined(next, Boy));
        }

        return Joined(rest, Boy) is > 0 and var boy ? boy + Joined(rest[boy..], Boy) : 0;
    }

    // Two regional indicators of a known pair, or the tags of England, Scotland and Wales
    private static int Flag(int c, ReadOnlySpan<char> rest)
    {
        if (c is >= 0x1F1E6 and <= 0x1F1FF)
        {
            var (d, n) = PointAt(rest);
            return d is >= 0x1F1E6 and <= 0x1F1FF
                && PlatformCharacters.Flags.Contains($"{(char)('A' + c - 0x1F1E6)}{(char)('A' + d - 0x1F1E6)}") ? n : 0;
        }

        return c == 0x1F3F4 && (IsTagged(rest, "gbeng") || IsTagged(rest, "gbsct") || IsTagged(rest, "gbwls")) ? 12 : 0;
    }

    private static bool IsTagged(ReadOnlySpan<char> rest, string tags)
    {
        foreach (var tag in tags)
        {
            var (c, n) = PointAt(rest);
            if (c != 0xE0000 + tag)
            {
                return false;
            }

            rest = rest[n..];
        }

        return PointAt(rest).CodePoint == 0xE007F;
    }

    private static int Joined(ReadOnlySpan<char> rest, int with) =>
        Starts(rest, Joiner) && PointAt(rest[1..]) is var (c, n) && c == with ? n + 1 : 0;

    private static bool Sex(ReadOnlySpan<char> rest) =>
        rest.Length >= 3 && rest[0] == Joiner && rest[1] is '\u2640' or '\u2642' && rest[2] == AsEmoji;

    private static int Tone(ReadOnlySpan<char> rest) => PointAt(rest).CodePoint is >= 0x1F3FB and <= 0x1F3FF ? 2 : 0;

    private static bool Starts(ReadOnlySpan<char> rest, char c) => rest.Length > 0 && rest[0] == c;

    private static bool IsKeycapBase(int c) => c is '#' or '*' or (>= '0' and <= '9');

    private static (int CodePoint, int Length) PointAt(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? (char.ConvertToUtf32(text[0], text[1]), 2)
        : text.Length > 0 ? (text[0], 1)
        : (-1, 0);
}
