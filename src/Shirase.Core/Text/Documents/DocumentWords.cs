using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Documents;

/// <summary>What a file says: its text, and what its properties tell of it.</summary>
/// <param name="Title">The title among its properties; empty where it has none.</param>
/// <param name="Text">The text, with line feeds as line breaks.</param>
/// <param name="Properties">Every property, one on a line.</param>
public sealed record DocumentWords(string Title, string Text, string Properties)
{
    /// <summary>The first mark of secrecy in it that the regulation does not let in, with the clause; null where there is none.</summary>
    public (string Word, string Clause)? MarkUnder(Regulation regulation) => MarkIn($"{Properties}\n{Text}", regulation);

    /// <summary>The same for words of any other origin, such as the properties of an image.</summary>
    public static (string Word, string Clause)? MarkIn(string words, Regulation regulation) =>
        regulation.Checks.FirstOrDefault(c => c.Check == "attached-marks") is { } rule && Words.Find(words, rule.With.List("words")) is [var first, ..]
            ? (first.In(words), rule.Clause)
            : null;
}

/// <summary>How much of a file is read. A document made to burst its reader stays within them; ours.</summary>
public sealed record DocumentLimits
{
    /// <summary>Most parts of an archive. Default: 5,000.</summary>
    public int MaxParts { get; init; } = 5_000;

    /// <summary>Most bytes of all parts together, unpacked. Default: 60,000,000.</summary>
    public int MaxUnpacked { get; init; } = 60_000_000;

    /// <summary>Most characters of text. Default: 500,000.</summary>
    public int MaxCharacters { get; init; } = 500_000;
}
