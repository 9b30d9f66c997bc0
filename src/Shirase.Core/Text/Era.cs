namespace Shirase.Core.Text;

/// <summary>An era of the calendar (元号): from its first day to the day before the next one's.</summary>
/// <param name="Letter">The letter that stands for it in tables, such as R.</param>
/// <param name="To">Null for the era that lasts.</param>
internal sealed record Era(string Name, char Letter, DateOnly From, DateOnly? To)
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<Era> All { get; } =
    [
        new("令和", 'R', new(2019, 5, 1), null),
        new("平成", 'H', new(1989, 1, 8), new(2019, 4, 30)),
        new("昭和", 'S', new(1926, 12, 25), new(1989, 1, 7)),
        new("大正", 'T', new(1912, 7, 30), new(1926, 12, 24)),
        new("明治", 'M', new(1868, 10, 23), new(1912, 7, 29)),
    ];

    public static Era Named(string name) => All.First(e => e.Name == name);

    public int Western(int year) => From.Year + year - 1;

    /// <summary>The year as it is written: 元年 for the first one.</summary>
    public string Year(int western) => western == From.Year ? $"{Name}元年" : FormattableString.Invariant($"{Name}{western - From.Year + 1}年");
}
