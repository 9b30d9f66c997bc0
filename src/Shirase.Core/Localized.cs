namespace Shirase.Core;

/// <summary>One sentence or name in both languages of the product. Japanese is the original.</summary>
/// <param name="Ja">Japanese text, shown first and printed on documents.</param>
/// <param name="En">English text, complete and never empty.</param>
public sealed record Localized(string Ja, string En)
{
    /// <summary>The text for a two-letter language; anything but <c>en</c> reads Japanese.</summary>
    public string In(string language) => string.Equals(language, "en", StringComparison.Ordinal) ? En : Ja;

    public override string ToString() => Ja;
}
