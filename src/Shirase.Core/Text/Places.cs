using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>The gazetteer: prefectures and municipalities of Japan, and rivers, mountains, stations and districts of Gunma.</summary>
internal static class Places
{
    /// <summary>Characters of the longest name.</summary>
    public const int Longest = 8;

    /// <summary>Last characters of prefectures.</summary>
    public const string PrefectureSuffixes = "都道府県";

    private const string Suffixes = PrefectureSuffixes + "市区町村郡";

    private static readonly HashSet<string> Areas = [.. Resource.Lines("municipalities").SelectMany(l => l.Split(' '))];
    private static readonly HashSet<string> Stems = [.. Areas.Where(a => a.Length > 2).Select(a => a[..^1]), "北海道", "東京", "京都", "大阪"];
    private static readonly HashSet<string> Known = [.. Resource.Lines("municipalities").SelectMany(KnownStems)];
    private static readonly HashSet<string> Local = [.. Resource.Lines("gunma-places").SelectMany(l => l.Split(' '))];

    /// <summary>前橋市, 群馬県, 利根郡.</summary>
    public static bool IsArea(ReadOnlySpan<char> words) => Areas.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    /// <summary>前橋, 群馬: an area without its last character.</summary>
    public static bool IsStem(ReadOnlySpan<char> words) => Stems.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    /// <summary>A stem that is a place before it is a family name: every prefecture, Gunma's municipalities, and stems that nobody is called.</summary>
    public static bool IsKnownStem(ReadOnlySpan<char> words) =>
        Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words) || (IsStem(words) && !Names.Lexicon.IsSurname(words));

    /// <summary>利根川, 赤城山, a station or an old town of Gunma.</summary>
    public static bool IsLocal(ReadOnlySpan<char> words) => Local.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    /// <summary>How many characters at the front of the words are prefecture, district and municipality: 4 for 太田市大手町 behind 会場.</summary>
    /// <remarks>At least one character stays behind.</remarks>
    public static int AreaEnd(string words)
    {
        for (var end = words.Length - 1; end > 1; end--)
        {
            if (!Suffixes.Contains(words[end - 1], StringComparison.Ordinal))
            {
                continue;
            }

            for (var length = Math.Min(Longest, end); length > 1; length--)
            {
                if (IsArea(words.AsSpan(end - length, length)))
                {
                    return end;
                }
            }
        }

        // A town of a story, or one that was founded after the table was made
        var city = words.IndexOf('市', StringComparison.Ordinal);
        return city > 0 && city < words.Length - 1 ? city + 1 : 0;
    }

    /// <summary>True where the stretch is the beginning of a longer name of a place: 高崎 in 高崎市, 利根 in 利根川.</summary>
    public static bool Continues(string text, TextSpan span)
    {
        for (var length = span.Length + 1; length <= span.Length + 4 && span.Start + length <= text.Length; length++)
        {
            var longer = text.AsSpan(span.Start, length);
            if (IsArea(longer) || IsLocal(longer))
            {
                return true;
            }
        }

        return false;
    }

    // The first word of a line is the prefecture; the others are its municipalities
    private static IEnumerable<string> KnownStems(string line)
    {
        var words = line.Split(' ');
        return (words[0] == "群馬県" ? words : words[..1]).Where(w => w.Length > 2).Select(w => w[..^1]);
    }
}
