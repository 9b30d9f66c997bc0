using System.Globalization;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// A message that goes out in an election period of the body's calendar, or shortly before one while it speaks of politicians: whoever looks at
/// its effects is shown the entry (to-6-1-i-3).
/// </summary>
internal sealed class ElectionTime : ICheck
{
    private static readonly string[] Politicians = ["知事", "大臣", "議員", "議長", "政務官", "市長", "町長", "村長"];

    public string Name => "election-period";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("ahead_days", ParameterKind.Number, false, "Days before an election from which a text on politicians counts. Default: 30.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var day = subject.SendAt is { } at ? DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(9)).DateTime) : subject.Today;
        var politician = Words.Find(subject.Text, Politicians).Select(s => (TextSpan?)s).FirstOrDefault();
        foreach (var election in subject.Elections.OrderBy(e => e.From).Where(e => day <= e.To && (day >= e.From || (politician is not null && day >= e.From.AddDays(-with.Number("ahead_days", 30))))))
        {
            yield return new Hit(
                new($"選挙の時期です：{election.Name}（{Of(election)}）", $"It is the time of an election: {election.Name} ({Of(election)})"),
                politician,
                null,
                new("特定の人や団体に有利・不利な影響がないか、時期を改めなくてよいか確かめてください。", "See that it favours nobody and need not wait."));
        }
    }

    private static string Of(ElectionDays election) => string.Create(CultureInfo.InvariantCulture, $"{election.From:yyyy-MM-dd}～{election.To:yyyy-MM-dd}");
}
