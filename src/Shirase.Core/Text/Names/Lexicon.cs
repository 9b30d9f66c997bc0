using System.Buffers;

namespace Shirase.Core.Text.Names;

/// <summary>Family names and given names that the assembly carries, and how they are read. About 27,000 words.</summary>
internal static class Lexicon
{
    // 髙橋 and 高橋 are one name; the lexicon has the second
    private const string Variants = "髙高﨑崎邉辺邊辺濵浜濱浜澤沢齋斎齊斉櫻桜廣広嶋島嶌島";

    private static readonly SearchValues<char> Varied = SearchValues.Create("髙﨑邉邊濵濱澤齋齊櫻廣嶋嶌");

    private static readonly Dictionary<string, string> Common = Resource.Lines("surnames").SelectMany(l => l.Split(' '))
        .Select(w => w.Split('=')).DistinctBy(w => w[0]).ToDictionary(w => w[0], w => w.Length > 1 ? w[1] : "", StringComparer.Ordinal);

    private static readonly HashSet<string> Rare = Set("surnames-rare");
    private static readonly HashSet<string> Given = Set("given-names");
    private static readonly HashSet<string> GivenReadings = Set("given-readings");
    private static readonly HashSet<string> SurnameReadings = [.. Common.Values.Where(r => r.Length > 2)];
    private static readonly Lazy<HashSet<string>> LatinSurnames = new(() => [.. Common.Values.Where(r => r.Length > 1).SelectMany(Romaji.Of)]);
    private static readonly Lazy<HashSet<string>> LatinGiven = new(() => [.. GivenReadings.SelectMany(Romaji.Of)]);

    public static bool IsSurname(ReadOnlySpan<char> words) => Common.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(words);

    public static bool IsRareSurname(ReadOnlySpan<char> words) => Rare.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    public static bool IsGiven(ReadOnlySpan<char> words) => Given.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    /// <summary>たなか; the words in hiragana.</summary>
    public static bool IsSurnameReading(ReadOnlySpan<char> words) => SurnameReadings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    /// <summary>たろう; the words in hiragana.</summary>
    public static bool IsGivenReading(ReadOnlySpan<char> words) => GivenReadings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);

    public static bool IsLatinSurname(string word) => LatinSurnames.Value.Contains(word.ToUpperInvariant());

    public static bool IsLatinGiven(string word) => LatinGiven.Value.Contains(word.ToUpperInvariant());

    /// <summary>The text with the usual form of characters that names vary; places stay.</summary>
    public static string Plain(string text) => text.AsSpan().ContainsAny(Varied)
        ? string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                var at = Variants.IndexOf(from[i], StringComparison.Ordinal);
                to[i] = at >= 0 && at % 2 == 0 ? Variants[at + 1] : from[i];
            }
        })
        : text;

    private static HashSet<string> Set(string name) => [.. Resource.Lines(name).SelectMany(l => l.Split(' '))];
}
