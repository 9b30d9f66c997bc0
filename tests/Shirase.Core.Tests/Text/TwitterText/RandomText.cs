using System.Text;

namespace Shirase.Core.Tests.Text.TwitterText;

/// <summary>Texts that come near to everything X's library knows, from a seed: parts thrown together without care for spaces.</summary>
internal sealed class RandomText(int seed, IReadOnlyList<string> samples)
{
    private static readonly string[] Tlds = [.. Resource("tlds").SelectMany(l => l.Split(' '))];

    private static readonly string[] Unknown = ["zip", "unknownending", "c", "example", "local", "みんなの", "comx", "co1", "xn--", "xn--p1ai", "COM", "Jp", "рф"];

    private static readonly string[] Japanese =
    [
        "還付金詐欺に注意", "。", "、", "「", "」", "【", "】", "です", "前橋", "ｶﾞｷﾞｸﾞ", "カ\u3099", "は\u309A", "髙﨑", "葛\U000E0100", "𠮷野家", "々〆〇",
        "ー", "・", "〜", "～", "　", "①", "㈱", "№", "…", "―", "×", "﨑", "令和８年", "ﾞ", "゛", "ヽ", "ゝ", "〻", "ｰ",
    ];

    private static readonly string[] Latin =
    [
        "a", "Z", "abc", "RT", "rt", "Rt:", "http", "https", "www", "e\u0301", "é", "Å", "Å", "ñ", "ß", "ſ", "K", "ı", "İ", "ﬁ", "0", "7", "42", "3.14",
        "x_y", "a-b", "ÀÉ", "Ωμέγα", "привет", "שלום", "مرحبا", "नमस्ते", "한국", "ก็", "ᄀ\u1161\u11A8", "o\u0302\u0323", "\u0344", "a\u0315\u0300",
    ];

    private static readonly string[] Signs =
    [
        " ", " ", " ", "\n", "\r\n", "\t", ".", "..", ",", ":", ";", "/", "//", "://", "-", "--", "_", "(", ")", "((", "))", "[", "]", "{", "}", "<", ">",
        "\"", "'", "!", "?", "&", "&amp;", "%", "%20", "+", "=", "~", "^", "|", "\\", "*", "`", "#", "##", "＃", "@", "@@", "＠", "$", "．", "。", "｡", "：", "／", "？",
        "\u00A0", "\u0085", "\u180E", "\u2003", "\u2028", "\u202F", "\u205F", "\u2010", "\u2014", "\u2019", "\u2026", "\u20AC", "©", "®", "™", "℡",
    ];

    private static readonly string[] Unseen =
    [
        "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u061C", "\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2069", "\u00AD",
        "\u2060", "\uFEFF", "\uFFFE", "\uFFFF", "\uFFFD", "\uFE0E", "\uFE0F", "\u20E3", "\uD800", "\uDC00", "\uDFFF", "\u0000", "\u0008", "\u0301", "\u0336", "\u3099",
    ];

    private static readonly string[] EmojiParts =
    [
        "😀", "❤", "❤️", "❤︎", "☎", "☎️", "©️", "♟", "♟️", "👍", "👍🏽", "☝", "☝🏿", "☝️", "✌️", "👨‍👩‍👧‍👦", "👨‍👨‍👦", "👩‍❤️‍💋‍👨", "👩‍❤️‍👩", "👮‍♀️", "👮🏻‍♂️", "🏃‍♀️", "🕵️‍♀️",
        "👩‍⚕️", "👩🏽‍🚀", "👨‍🦰", "👩‍🦱", "🧑‍🚀", "🧑‍🤝‍🧑", "🏳️‍🌈", "🏳️‍⚧️", "🏴‍☠️", "👁‍🗨", "🇯🇵", "🇺🇸", "🇯", "🇯🇯", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
        "🏴\U000E0067\U000E0062", "1️⃣", "#️⃣", "*️⃣", "9⃣", "#⃣", "🏽", "👨", "👩", "👧", "👦", "‍", "‍♀️", "‍♂️", "♀️", "💋", "🌈", "☠️", "⚕️", "🦰",
        "🥲", "🫠", "🫡", "🩷", "🫨", "🐦‍⬛", "🧑‍🎄", "😶‍🌫️", "❤️‍🔥", "⛹️‍♂️", "⛹🏾‍♀️", "🧞‍♀️", "👯‍♂️", "👪", "㊗️", "㊙", "〰️", "〽️", "⌚", "▪️", "🀄", "🃏", "🅰️", "🆎", "🈁",
    ];

    private readonly Random _random = new(seed);

    public static IEnumerable<string> Resource(string name)
    {
        using var reader = new StreamReader(typeof(Shirase.Core.Text.WeightedCount).Assembly.GetManifestResourceStream($"Shirase.Core.Text.{name}")!);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
    }

    public string Next()
    {
        if (samples.Count > 0 && _random.Next(5) == 0)
        {
            return Mutated(One(samples));
        }

        var text = new StringBuilder();
        for (var parts = 1 + _random.Next(_random.Next(8) == 0 ? 40 : 10); parts > 0; parts--)
        {
            text.Append(Part());
        }

        return text.ToString();
    }

    private string Mutated(string text)
    {
        for (var changes = 1 + _random.Next(6); changes > 0; changes--)
        {
            var at = _random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + _random.Next(8));
            text = _random.Next(4) switch
            {
                0 => text[..at] + text[end..],
                1 => text[..at] + text[at..end] + text[at..],
                2 => text[..at] + Part() + text[end..],
                _ => text[..at] + Part() + text[at..],
            };
        }

        return text;
    }

    private string Part() => _random.Next(14) switch
    {
        0 or 1 => One(Japanese),
        2 or 3 => One(Latin),
        4 or 5 => One(Signs),
        6 => One(Unseen),
        7 => One(EmojiParts),
        8 => Any(),
        9 or 10 => Url(),
        11 => One("#", "＃", "##", "#＃") + Word(),
        12 => One("@", "＠", "rt@", " RT @", "rt:@", ".rt@", "@@") + Name() + One("", "", "/list", "/" + Name(), "/1", "://"),
        _ => One("$", " $", "$$") + One("A", "AAPL", "ABCDEFG", "AB.CD", "ab_c", "A.bcd", "1", "x.") + One("", " ", ".", "あ"),
    };

    private string Url()
    {
        var url = new StringBuilder(One("", "", "", "http://", "https://", "HTTPS://", "https:/", "http//", "ftp://", "//", "://"));
        for (var labels = 1 + _random.Next(3); labels > 0; labels--)
        {
            url.Append(Label()).Append(One(".", ".", ".", ".", ".", "..", "．", "。", ""));
        }

        url.Append(_random.Next(5) == 0 ? One(Unknown) : _random.Next(3) == 0 ? One("com", "jp", "go.jp", "co", "みんな") : One(Tlds));
        url.Append(One("", "", "", "", ":8080", ":", ":x"));
        if (_random.Next(2) == 0)
        {
            for (var parts = 1 + _random.Next(4); parts > 0; parts--)
            {
                url.Append(One("/", "/", "/", "") + One("", "path", "a_b-c", "(x)", "(a(b)c)", "()", "(", "日本", "привет", "x.", "@name", "%20", "é", "#tag", "!", "…", "x,"));
            }
        }

        return url.Append(One("", "", "", "?q=1", "?", "?q=日", "?a=b&c=d.", "?q=(x)", "?#", "#frag")).ToString();
    }

    private string Label() => _random.Next(10) switch
    {
        0 => One("t.co/abc", "t", "twitter", "x"),
        1 => One("日本", "例え", "пример", "مثال", "한국", "παράδειγμα", "é", "e\u0301", "𠮷", "😀"),
        2 => One("-a", "a-", "_a", "a_", "a_b", "-", "_", "a--b"),
        3 => One("xn--", "xn--wgv71a", "xn--é"),
        4 => new string(One("a", "日", "é", "z1")[0], One([1, 19, 20, 30, 62, 63, 64, 65])),
        5 => One("日本npa", "npa日本", "a日b", "見てnpa", "1"),
        _ => One("npa", "police", "www", "example", "a", "gunma"),
    };

    private string Word()
    {
        var word = new StringBuilder();
        for (var parts = 1 + _random.Next(3); parts > 0; parts--)
        {
            word.Append(One("交通安全", "tag", "1", "2026", "_", "ー", "・", "é", "e\u0301", "日", "・・", "ｶﾞ", "०", "_1", "\u200C", "\u3099", "𝟘", "𠮷", "\uFE0F", "\u20E3", ".", "#", "://"));
        }

        return word.ToString();
    }

    private string Name() => _random.Next(6) switch
    {
        0 => new string('n', One([1, 14, 15, 16, 19, 20, 21, 25, 26])),
        1 => One("_", "", "é", "a-b", "a.b", "1"),
        _ => One("gunma_police", "NPA", "x", "name1", "Name"),
    };

    private string Any()
    {
        var point = _random.Next(8) switch
        {
            0 => _random.Next(0x80),
            1 => _random.Next(0x250),
            2 => _random.Next(0x2000, 0x3300),
            3 => _random.Next(0x10000, 0x20000),
            4 => _random.Next(0x1F000, 0x1FB00),
            5 => _random.Next(0xF900, 0x10000),
            _ => _random.Next(0x10000),
        };
        return point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);
    }

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private string One(params string[] of) => of[_random.Next(of.Length)];
}
