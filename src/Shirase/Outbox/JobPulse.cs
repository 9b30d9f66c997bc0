using System.Diagnostics;

namespace Shirase.Outbox;

/// <summary>
/// When the loop of this process last looked for work. Counted by the process itself: a clock that somebody sets says nothing about a loop.
/// </summary>
public sealed class JobPulse
{
    private long _last = Stopwatch.GetTimestamp();

    public void Beat() => Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());

    public TimeSpan Silence => Stopwatch.GetElapsedTime(Interlocked.Read(ref _last));
}
