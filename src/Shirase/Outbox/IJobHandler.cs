namespace Shirase.Outbox;

/// <summary>Does one kind of job. May be called again for a job it has done: it looks at its own ledger first.</summary>
public interface IJobHandler
{
    /// <returns>Null when done, or when to come back.</returns>
    Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct);
}

/// <summary>Wakes the loop of this process when a job was written in it.</summary>
public sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    public void Wake()
    {
        if (_signal.CurrentCount == 0)
        {
            try
            {
                _signal.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else woke it in the same moment
            }
        }
    }

    public Task WaitAsync(TimeSpan most, CancellationToken ct) => _signal.WaitAsync(most, ct);

    public void Dispose() => _signal.Dispose();
}
