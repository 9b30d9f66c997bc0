namespace Shirase.Core.Regulations.Local;

/// <summary>How far a figure may be moved where the document sets no bound. Ours: against slips of the pen, wide enough for every office.</summary>
public static class LocalLimits
{
    /// <summary>Most rules in force under one regulation of a body.</summary>
    public const int MostRules = 200;

    /// <summary>Most words of one rule.</summary>
    public const int MostWords = 100;

    /// <summary>Longest word, in UTF-16 units.</summary>
    public const int LongestWord = 40;

    /// <summary>Longest address of a page, in UTF-16 units.</summary>
    public const int LongestAddress = 500;

    /// <summary>Longest name of a service, in UTF-16 units.</summary>
    public const int LongestName = 50;

    /// <summary>Longest sentence, in UTF-16 units.</summary>
    public const int LongestSentence = 200;

    private static readonly Dictionary<string, (int Least, int Most)> ByUnit = new(StringComparer.Ordinal)
    {
        ["seconds"] = (5, 3_600),
        ["minutes"] = (0, 10_080),
        ["hours"] = (0, 720),
        ["days"] = (0, 400),
        ["working-days"] = (0, 250),
        ["characters"] = (0, 10_000),
        ["people"] = (1, 100),
    };

    /// <summary>Least and greatest number of a unit; null where its values are no numbers.</summary>
    public static (int Least, int Most)? Of(string unit) => ByUnit.TryGetValue(unit, out var limits) ? limits : null;
}
