using System.Globalization;

namespace Shirase.Core.Accounts;

public enum SpendState
{
    Fine,
    NearItsEnd,
    UsedUp,
}

/// <summary>What an account spent this month on a platform that takes money, against what it may. All in millionths of a US dollar.</summary>
/// <param name="Budget">What it may spend in a month of Japan's calendar.</param>
/// <param name="Spent">What its calls cost, lost answers included.</param>
/// <param name="WarnPercent">From which share on people are warned.</param>
public sealed record Spend(long Budget, long Spent, int WarnPercent)
{
    private const long OneDollar = 1_000_000;

    public long Left => Math.Max(0, Budget - Spent);

    public int Percent => Budget == 0 ? 100 : (int)Math.Min(999, Spent * 100 / Budget);

    public SpendState State => Left == 0 ? SpendState.UsedUp : Percent >= WarnPercent ? SpendState.NearItsEnd : SpendState.Fine;

    /// <summary>True when a message of this price still fits; nothing is sent on credit.</summary>
    public bool Affords(long cost) => cost <= Left;

    /// <summary>An amount as people read it: <c>US$0.015</c>.</summary>
    public static string Dollars(long amount) =>
        string.Create(CultureInfo.InvariantCulture, $"US${(decimal)amount / OneDollar:0.00###}");

    public static long OfDollars(decimal dollars) => (long)(dollars * OneDollar);
}

/// <summary>Months of Japan's calendar; no platform says when its own begin.</summary>
public static class SpendMonth
{
    public static DateTimeOffset StartOf(DateTimeOffset moment)
    {
        var day = moment.JapanDay();
        return JapanTime.StartOf(new DateOnly(day.Year, day.Month, 1)).ToUniversalTime();
    }

    /// <summary>Such as <c>2026-06</c>.</summary>
    public static string Name(DateTimeOffset moment) => moment.JapanDay().ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
