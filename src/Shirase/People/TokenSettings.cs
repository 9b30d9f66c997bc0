using System.ComponentModel.DataAnnotations;

namespace Shirase.People;

/// <summary>Interface tokens. Configuration section <c>Tokens</c>. None of the figures stands in a document.</summary>
public sealed class TokenSettings
{
    public const string Section = "Tokens";

    /// <summary>Days a token holds where nobody chose. Default: 90.</summary>
    [Range(1, 365)]
    public int Days { get; set; } = 90;

    /// <summary>Most days a token may hold. Default: 365.</summary>
    [Range(1, 365)]
    public int LongestDays { get; set; } = 365;

    /// <summary>Most tokens of one person that hold at the same time. Default: 20.</summary>
    [Range(1, 200)]
    public int MostOfOnePerson { get; set; } = 20;
}
