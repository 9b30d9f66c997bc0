using Microsoft.Extensions.Options;
using Shirase.People;
using Shirase.Web.Shell;

namespace Shirase.Web.Entry;

/// <summary>
/// Closes the sign-in to an address from which too many attempts failed, whatever names were tried: the lock of one person does not stop
/// somebody who tries one password with every name. Each node counts for itself and forgets when it ends.
/// </summary>
public sealed class AddressLock(IOptions<SignInSettings> settings, TimeProvider clock)
{
    // More addresses than this at once are an attack from many; the oldest are forgotten so that memory stays bounded
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _failed = new(StringComparer.Ordinal);

    private TimeSpan Window => TimeSpan.FromMinutes(settings.Value.AddressMinutes);

    /// <summary>Minutes until attempts are taken again from this address; 0 when they are.</summary>
    public int MinutesLeft(HttpContext context)
    {
        lock (_lock)
        {
            return Recent(Caller.Of(context)) is { } times && times.Count >= settings.Value.AddressAttempts
                ? Math.Max(1, (int)Math.Ceiling((times.Peek() + Window - clock.GetUtcNow()).TotalMinutes))
                : 0;
        }
    }

    public void Failed(HttpContext context)
    {
        var address = Caller.Of(context);
        lock (_lock)
        {
            if (Recent(address) is not { } times)
            {
                if (_failed.Count >= Most)
                {
                    _failed.Remove(_failed.MinBy(f => f.Value.Last()).Key);
                }

                _failed[address] = times = new();
            }

            times.Enqueue(clock.GetUtcNow());
            if (times.Count > settings.Value.AddressAttempts)
            {
                times.Dequeue();
            }
        }
    }

    private Queue<DateTimeOffset>? Recent(string address)
    {
        if (!_failed.TryGetValue(address, out var times))
        {
            return null;
        }

        while (times.TryPeek(out var oldest) && oldest + Window <= clock.GetUtcNow())
        {
            times.Dequeue();
        }

        if (times.Count == 0)
        {
            _failed.Remove(address);
            return null;
        }

        return times;
    }
}
