using Microsoft.Extensions.Options;

namespace Shirase.Storage.Instances;

/// <summary>
/// Compares the clock on the wall with the one that only counts. A step between two looks means that somebody set the clock, or
/// that the machine slept: then nothing that seems due may be believed.
/// </summary>
public sealed class ClockWatch(TimeProvider clock, IOptions<InstanceOptions> options)
{
    private readonly Lock _lock = new();
    private (DateTimeOffset Wall, long Count)? _last;

    /// <summary>True once for each step.</summary>
    public bool HasStepped()
    {
        lock (_lock)
        {
            var (wall, count) = (clock.GetUtcNow(), clock.GetTimestamp());
            var step = _last is { } last ? (wall - last.Wall) - clock.GetElapsedTime(last.Count, count) : TimeSpan.Zero;
            _last = (wall, count);
            return step.Duration() > options.Value.ClockStep;
        }
    }
}
