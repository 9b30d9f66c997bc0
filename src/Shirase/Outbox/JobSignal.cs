namespace Shirase.Outbox;

/// <summary>Wakes the loop of this process when a job was written in it, or when a queue has room again.</summary>
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
