using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Shirase.Operations.Telemetry;

/// <summary>
/// What this process measures, under the meter <c>Shirase</c>. Tags are names of channels, gates, clauses, kinds and outcomes; never ids
/// of people, texts or addresses (docs/decisions/0034).
/// </summary>
public sealed class Measures
{
    public const string Name = "Shirase";

    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _gateRefusals;
    private readonly Counter<long> _signInsRefused;
    private readonly Histogram<double> _removal;
    private readonly Histogram<double> _jobs;
    private QueueState? _queue;

    public Measures(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _deliveries = meter.CreateCounter<long>("shirase.deliveries", "{delivery}", "Deliveries by channel and by the state they came to.");
        _gateRefusals = meter.CreateCounter<long>("shirase.gate.refusals", "{refusal}", "Publications that the gate refused, by gate and clause.");
        _signInsRefused = meter.CreateCounter<long>("shirase.sign_in.refused", "{attempt}", "Refused attempts to sign in, by reason.");
        _removal = meter.CreateHistogram<double>("shirase.removal.duration", "s", "From the order to delete until it was verified gone.");
        _jobs = meter.CreateHistogram<double>("shirase.job.duration", "s", "Time that jobs took, by kind and outcome.");
        meter.CreateObservableGauge("shirase.jobs.due", () => Look(q => q.Due), "{job}", "Jobs whose time has come and which nobody works on.");
        meter.CreateObservableGauge("shirase.jobs.given_up", () => Look(q => q.GivenUp), "{job}", "Jobs that broke too often and wait for a human.");
        meter.CreateObservableGauge("shirase.queue.age", () => Look(q => q.Age.TotalSeconds), "s", "How long the oldest due job has waited.");
    }

    /// <param name="outcome">The state it came to, such as <c>published</c> or <c>held</c>.</param>
    public void Delivered(string channel, string outcome) => _deliveries.Add(1, Tag("channel", channel), Tag("outcome", outcome));

    /// <param name="stage"><c>order</c> when a person orders it, <c>send</c> when a job would send it.</param>
    public void GateRefused(string gate, string? clause, string stage) =>
        _gateRefusals.Add(1, Tag("gate", gate), Tag("clause", clause ?? "none"), Tag("stage", stage));

    public void SignInRefused(string reason) => _signInsRefused.Add(1, Tag("reason", reason));

    public void Removed(string channel, TimeSpan took) => _removal.Record(took.TotalSeconds, Tag("channel", channel));

    public void JobRan(string kind, string outcome, TimeSpan took) => _jobs.Record(took.TotalSeconds, Tag("kind", kind), Tag("outcome", outcome));

    public void QueueIs(QueueState queue) => Volatile.Write(ref _queue, queue);

    // Nothing is told before somebody looked
    private IEnumerable<Measurement<double>> Look(Func<QueueState, double> value) =>
        Volatile.Read(ref _queue) is { } queue ? [new Measurement<double>(value(queue))] : [];

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}

/// <summary>Spans of this product: jobs and calls to platforms.</summary>
public static class Spans
{
    public static readonly ActivitySource Source = new(Measures.Name);

    public static Activity? Job(string kind, Guid id, int attempt) => Source.StartActivity($"job {kind}")
        ?.SetTag("shirase.job.kind", kind).SetTag("shirase.job.id", id.ToString()).SetTag("shirase.job.attempt", attempt);

    /// <param name="verb">Such as <c>publish</c>.</param>
    public static Activity? Channel(string verb, string channel, Guid delivery) => Source.StartActivity($"channel {verb}", ActivityKind.Client)
        ?.SetTag("shirase.channel", channel).SetTag("shirase.delivery.id", delivery.ToString());
}
