using System.Globalization;

namespace Shirase.Core.Regulations;

/// <summary>A past message with all that a regulation may judge: its words and facts, when it went or should have gone out, and how long its steps took.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">整理番号.</param>
/// <param name="Subject">The words and facts, at the moment it was filed.</param>
/// <param name="Route">The route it took, by id.</param>
/// <param name="Ground">The ground of that route, or null.</param>
/// <param name="Steps">How long each step took, by the step's id; steps it never reached are missing.</param>
public sealed record PastMessage(
    Guid Id, string Number, CheckSubject Subject, string Route, string? Ground, IReadOnlyDictionary<string, TimeSpan> Steps);

/// <summary>What keeps a message from going out without more ado under one version.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Rule">Id of the check, or the gate.</param>
/// <param name="Effect"><see cref="Effect.Refuse"/> or <see cref="Effect.Hold"/>.</param>
/// <param name="Message">What is wrong.</param>
public sealed record Stop(string Clause, string Rule, Effect Effect, Localized Message);

/// <summary>How one version would have dealt with a message.</summary>
/// <param name="Stops">What refuses or holds it, in clause order.</param>
/// <param name="Deciders">Role ids of the steps that decide, in order, alternatives joined by <c>|</c>.</param>
/// <param name="Duration">How long the way to the publisher's desk takes: what its steps took, and the usual time of steps it never had.</param>
public sealed record ReplayVerdict(IReadOnlyList<Stop> Stops, IReadOnlyList<string> Deciders, TimeSpan Duration)
{
    public bool IsRefused => Stops.Any(s => s.Effect == Effect.Refuse);
}

/// <summary>A message that two versions deal with differently.</summary>
/// <param name="Message">The message.</param>
/// <param name="Before">Under the older version.</param>
/// <param name="After">Under the newer one.</param>
public sealed record ReplayDifference(PastMessage Message, ReplayVerdict Before, ReplayVerdict After)
{
    public bool IsNewlyRefused => !Before.IsRefused && After.IsRefused;

    public bool IsNewlyAllowed => Before.IsRefused && !After.IsRefused;

    public bool HasOtherDecider => !Before.Deciders.SequenceEqual(After.Deciders, StringComparer.Ordinal);

    /// <summary>Differences below a minute are no differences.</summary>
    public bool HasOtherDuration => (Before.Duration - After.Duration).Duration() >= TimeSpan.FromMinutes(1);

    /// <summary>What stops it now and did not before.</summary>
    public IEnumerable<Stop> NewStops => After.Stops.Where(s => !Before.Stops.Any(b => (b.Rule, b.Clause) == (s.Rule, s.Clause)));

    /// <summary>What stopped it before and does not any more.</summary>
    public IEnumerable<Stop> LiftedStops => Before.Stops.Where(s => !After.Stops.Any(a => (a.Rule, a.Clause) == (s.Rule, s.Clause)));

    internal bool IsAny => IsNewlyRefused || IsNewlyAllowed || HasOtherDecider || HasOtherDuration || NewStops.Any() || LiftedStops.Any();
}

/// <summary>What came of a replay.</summary>
/// <param name="Messages">Number of messages that were judged.</param>
/// <param name="Differences">Those that the versions deal with differently, in the order given.</param>
public sealed record ReplayReport(int Messages, IReadOnlyList<ReplayDifference> Differences);

/// <summary>Judges past messages under two versions of a regulation and tells what would have been different. Pure.</summary>
public sealed class Replay(Evaluator evaluator)
{
    public ReplayReport Compare(IReadOnlyList<PastMessage> messages, Regulation before, Regulation after)
    {
        var usual = Usual(messages, before, after);
        var differences = messages
            .Select(m => new ReplayDifference(m, Judge(m, before, usual), Judge(m, after, usual)))
            .Where(d => d.IsAny)
            .ToList();
        return new(messages.Count, differences);
    }

    /// <summary>How one version deals with one message.</summary>
    /// <param name="usual">How long steps of a kind usually take, for steps the message never had.</param>
    public ReplayVerdict Judge(PastMessage message, Regulation regulation, IReadOnlyDictionary<StepKind, TimeSpan> usual)
    {
        var route = RouteOf(message, regulation);
        var before = route?.Steps.Where(s => s.Kind != StepKind.Publication).ToList() ?? [];
        var stops = evaluator.Evaluate(regulation, message.Subject)
            .Where(f => f.Effect >= Effect.Hold)
            .Select(f => new Stop(f.Clause, f.Rule, f.Effect, f.Message))
            .Concat(OutsideHours(message, regulation));
        return new(
            [.. stops.OrderBy(s => regulation.OrderOf(s.Clause)).ThenBy(s => s.Rule, StringComparer.Ordinal)],
            [.. before.Where(s => s.Kind is StepKind.Decision or StepKind.Examination).Select(s => string.Join('|', s.Roles))],
            before.Aggregate(TimeSpan.Zero, (sum, s) => sum + (message.Steps.TryGetValue(s.Id, out var took) ? took : usual.GetValueOrDefault(s.Kind))));
    }

    // A ground that the other version does not know opens nothing there
    private static Route? RouteOf(PastMessage message, Regulation regulation) =>
        (message.Ground is { } ground ? regulation.Routes.FirstOrDefault(r => r.Grounds.Any(g => g.Id == ground)) : regulation.Route(message.Route))
        ?? regulation.Routes.FirstOrDefault(r => r.Grounds.Count == 0);

    private static IEnumerable<Stop> OutsideHours(PastMessage message, Regulation regulation) =>
        from gate in regulation.Gates
        where gate.Gate == "window"
        let window = regulation.Window(gate.With.Text("window") ?? "")
        where window is not null && message.Subject.SendAt is { } at && !window.Contains(at)
            && !(message.Ground is { } ground && gate.With.List("lifted_by").Contains(ground))
        select new Stop(gate.Clause, "window", Effect.Refuse, new(
            string.Create(CultureInfo.InvariantCulture, $"発信の時刻（{message.Subject.SendAt:MM/dd HH:mm}）が時間帯の外です"),
            string.Create(CultureInfo.InvariantCulture, $"It was to go out at {message.Subject.SendAt:MM/dd HH:mm}, outside the hours")));

    private static Dictionary<StepKind, TimeSpan> Usual(IReadOnlyList<PastMessage> messages, Regulation before, Regulation after)
    {
        var kinds = before.Routes.Concat(after.Routes).SelectMany(r => r.Steps).GroupBy(s => s.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Kind, StringComparer.Ordinal);
        return messages.SelectMany(m => m.Steps).Where(s => kinds.ContainsKey(s.Key)).GroupBy(s => kinds[s.Key], s => s.Value)
            .ToDictionary(g => g.Key, g => Median([.. g.Order()]));
    }

    private static TimeSpan Median(TimeSpan[] sorted) => sorted[sorted.Length / 2];
}
