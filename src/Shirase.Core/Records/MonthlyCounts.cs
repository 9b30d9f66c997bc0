using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Records;

/// <summary>Counts a month, section by section. Pure.</summary>
public static class MonthlyCounts
{
    /// <param name="regulation">The document; its office hours and lead time are those that count.</param>
    /// <param name="month">First day of the month, in Japan.</param>
    /// <param name="cases">Applications under the document with everything that became of each.</param>
    /// <param name="units">Names of the sections.</param>
    public static IReadOnlyList<MonthlyLine> Of(
        Regulation regulation, DateOnly month, IReadOnlyCollection<CountedCase> cases, IReadOnlyDictionary<UnitId, Localized> units)
    {
        var (from, to) = (JapanTime.StartOf(month), JapanTime.StartOf(month.AddMonths(1)));
        bool Within(DateTimeOffset? at) => at >= from && at < to;
        var window = regulation.Window(regulation.Gate("window")?.With.Text("window") ?? "office-hours");
        return
        [
            .. cases.GroupBy(c => c.Application.Unit).Select(g =>
            {
                var sent = g.Where(c => Within(c.FirstOut)).ToList();
                return new MonthlyLine(
                    g.Key,
                    units.GetValueOrDefault(g.Key) ?? new("—", "—"),
                    sent.Count(c => c.Application.Current.Content.Kind == PostKind.Post),
                    sent.Count(c => c.Application.Current.Content.Kind == PostKind.Repost),
                    sent.Count(c => window?.Contains(c.FirstOut!.Value) == false),
                    g.Count(c => c.Application.Decisions.Any(d => d.Verb == Verb.Reject && Within(d.At))),
                    g.Count(c => c.Deliveries.Any(d => !d.IsDrill && Within(d.RemovedAt))),
                    sent.Count(c => c.IsCorrected),
                    Median(sent.Select(c => (double?)LeadOf(c, regulation))),
                    Median(sent.Select(c => c.Application.Current.Content.Case?.RecognisedAt is { } known ? (c.FirstOut!.Value - known).TotalMinutes : (double?)null)),
                    g.Count(c => Within(c.Deliveries.Where(d => d.IsDrill).Min(d => d.PublishedAt))));
            })
            .Where(l => l with { Unit = default, Name = Nothing.Name } != Nothing)
            .OrderBy(l => l.Name.Ja, StringComparer.Ordinal),
        ];
    }

    private static readonly MonthlyLine Nothing = new(default, new("", ""), 0, 0, 0, 0, 0, 0, null, null, 0);

    private static int? LeadOf(CountedCase c, Regulation regulation) =>
        new LeadTime(c.Application.Current.Content.DesiredAt?.JapanDay(), regulation.Number("lead-days", 0), 0)
            .DaysAt(c.Application.DispatchedAt ?? c.Application.SubmittedAt ?? c.FirstOut!.Value);

    private static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        return sorted.Count == 0 ? null : Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, 1);
    }
}

/// <summary>An application with what became of it.</summary>
public sealed record CountedCase(PostApplication Application, IReadOnlyList<PostDelivery> Deliveries, bool IsCorrected)
{
    /// <summary>When the public first saw it; null for one that nobody saw, and for a drill.</summary>
    public DateTimeOffset? FirstOut => Deliveries.Where(d => !d.IsDrill).Min(d => d.PublishedAt);
}
