using System.Diagnostics;
using Shirase.Outbox;

namespace Shirase.Operations.Telemetry;

/// <summary>One attempt at a job as a span and as a measured time.</summary>
public sealed class JobWatch(Measures measures, TimeProvider clock, Job job) : IDisposable
{
    private readonly long _began = clock.GetTimestamp();
    private readonly Activity? _span = Spans.Job(job.Kind, job.Id, job.Attempts);

    /// <summary><c>done</c>, <c>again</c>, <c>broke</c> or <c>left</c>.</summary>
    public string Outcome { get; set; } = "broke";

    public void Dispose()
    {
        measures.JobRan(job.Kind, Outcome, clock.GetElapsedTime(_began));
        _span?.SetTag("shirase.job.outcome", Outcome);
        _span?.Dispose();
    }
}
