namespace Shirase.Core.Regulations;

/// <summary>What has to be done before an account is given up (終了・廃止). Null where the document says nothing: it ends at once.</summary>
/// <param name="Clause">The clause about the end.</param>
/// <param name="NoticeDays">Days for which the end is announced before; 0 where it may come without notice (is-t-1-5, gx-3-1-b-1).</param>
public sealed record ClosingRule(string Clause, int NoticeDays)
{
    /// <summary>The clause that wants it announced on the official website for the same time; null where none does.</summary>
    public string? Website { get; init; }

    /// <summary>The clause that wants everything sent to be taken out first; null where none does.</summary>
    public string? Archive { get; init; }

    /// <summary>The clause that wants the end reported first; null where none does.</summary>
    public string? Report { get; init; }

    /// <summary>Duties that tell of a takeover; while one runs the account may be deleted before the period is over.</summary>
    public IReadOnlyList<string> Takeovers { get; init; } = [];

    /// <summary>True where nothing has to be done before: one act ends the account.</summary>
    public bool IsAtOnce => NoticeDays == 0 && Website is null && Archive is null && Report is null;
}
