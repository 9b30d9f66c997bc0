namespace Shirase.Core.People;

/// <summary>An entry that holds from its first to its last day, such as a post or a seat.</summary>
public interface IDated
{
    /// <summary>First day, in Japan.</summary>
    DateOnly From { get; }

    /// <summary>Last day, or null while it lasts.</summary>
    DateOnly? To { get; }
}

public static class DatedEntries
{
    /// <summary>True when the entry holds on a day.</summary>
    public static bool IsOn(this IDated entry, DateOnly day) => day >= entry.From && (entry.To is not { } last || day <= last);

    /// <summary>Those that hold on a day; the same rule as <see cref="IsOn"/>, in words that a database understands.</summary>
    public static IQueryable<T> On<T>(this IQueryable<T> entries, DateOnly day)
        where T : class, IDated => entries.Where(e => e.From <= day && (e.To == null || e.To >= day));
}
