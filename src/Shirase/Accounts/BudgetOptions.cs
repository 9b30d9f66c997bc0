using System.ComponentModel.DataAnnotations;

namespace Shirase.Accounts;

/// <summary>What accounts may spend on platforms that take money. Configuration section <c>Accounts</c>.</summary>
public sealed class BudgetOptions
{
    public const string Section = "Accounts";

    /// <summary>US dollars an account may spend in a month where its own page says nothing else. Ours; no document names a figure. Default: 100.</summary>
    [Range(0, 1_000_000)]
    public decimal MonthlyBudget { get; set; } = 100m;

    /// <summary>Percent of the budget from which people are warned. Ours. Default: 80.</summary>
    [Range(1, 100)]
    public int WarnPercent { get; set; } = 80;

    /// <summary>Days after which lines of the ledger of calls are forgotten. Ours: a year and a month. Default: 400.</summary>
    [Range(62, 4000)]
    public int LedgerDays { get; set; } = 400;

    /// <summary>Days before the end of credentials that nobody renews, from which people are told each morning. Ours. Default: 14.</summary>
    [Range(1, 90)]
    public int TokenWarnDays { get; set; } = 14;

    /// <summary>When each connected account is asked once a day who it is, in Japan. Ours: before office hours. Default: 05:00.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:00")]
    public TimeSpan CheckAt { get; set; } = TimeSpan.FromHours(5);
}
