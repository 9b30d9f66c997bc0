namespace Shirase.Outbox;

/// <summary>Does one kind of job. May be called again for a job it has done: it looks at its own ledger first.</summary>
public interface IJobHandler
{
    /// <returns>Null when done, or when to come back.</returns>
    Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct);

    /// <summary>The job broke too often and is not tried any more: whoever waits for it must be told.</summary>
    Task GiveUpAsync(Job job, CancellationToken ct) => Task.CompletedTask;
}
