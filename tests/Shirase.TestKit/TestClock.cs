using Shirase.Core;

namespace Shirase.TestKit;

/// <summary>A clock that stands still until the test moves it. Begins on Thursday 11 June 2026, 10:00 in Japan.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = new(2026, 6, 11, 10, 0, 0, JapanTime.Offset);

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

    /// <summary>Counts with the clock: a test that passes time does not step it.</summary>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Sets the moment, as read in Japan.</summary>
    public void SetJapan(int year, int month, int day, int hour = 10, int minute = 0, int second = 0) =>
        Set(new DateTimeOffset(year, month, day, hour, minute, second, JapanTime.Offset));

    public void Set(DateTimeOffset now)
    {
        lock (_lock)
        {
            _now = now;
        }
    }

    public void Pass(TimeSpan time) => Set(Now + time);
}
