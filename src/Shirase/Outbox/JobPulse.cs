namespace Shirase.Outbox;

/// <summary>When the loop of this process last looked for work; by the monotonic clock, which no correction of the time moves.</summary>
public sealed class JobPulse(TimeProvider clock)
{
    private long _last = clock.GetTimestamp();

    public void Beat() => Interlocked.Exchange(ref _last, clock.GetTimestamp());

    public TimeSpan Silence => clock.GetElapsedTime(Interlocked.Read(ref _last));
}
