namespace Shirase.Core.People;

/// <summary>Ranks in words. Civilians are written with the equivalent, such as 警部相当職.</summary>
public static class RankWords
{
    private static readonly Dictionary<Rank, Localized> Words = new()
    {
        [Rank.None] = new("なし", "None"),
        [Rank.Junsa] = new("巡査", "Police officer"),
        [Rank.JunsaBucho] = new("巡査部長", "Police sergeant"),
        [Rank.Keibuho] = new("警部補", "Assistant police inspector"),
        [Rank.Keibu] = new("警部", "Police inspector"),
        [Rank.Keishi] = new("警視", "Superintendent"),
        [Rank.Keishisei] = new("警視正", "Senior superintendent"),
        [Rank.Keishicho] = new("警視長", "Chief superintendent"),
        [Rank.Keishikan] = new("警視監", "Superintendent supervisor"),
    };

    public static IReadOnlyCollection<Rank> All => Words.Keys;

    public static Localized Name(this Rank rank) => Words[rank];

    /// <summary>Reads 警部, 警部相当職, 巡査長 (a title of 巡査) or the identifier; null when it is none of them.</summary>
    public static Rank? Read(string text)
    {
        var word = text.Trim().Replace("相当職", "", StringComparison.Ordinal).Replace("相当", "", StringComparison.Ordinal);
        if (word is "" or "-" or "－")
        {
            return Rank.None;
        }

        if (word == "巡査長")
        {
            return Rank.Junsa;
        }

        return Words.Where(w => w.Value.Ja == word || string.Equals(w.Key.ToString(), word, StringComparison.OrdinalIgnoreCase))
            .Select(w => (Rank?)w.Key).FirstOrDefault();
    }
}
