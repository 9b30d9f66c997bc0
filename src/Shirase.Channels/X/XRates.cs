using System.Globalization;
using System.Net.Http.Headers;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>What X's headers say about its limits. A call may be counted in three windows at once.</summary>
internal static class XRates
{
    private static readonly (string Header, string Name)[] Windows =
    [
        ("x-rate-limit", "15min"),
        ("x-app-limit-24hour", "app-24h"),
        ("x-user-limit-24hour", "user-24h"),
    ];

    public static IReadOnlyList<RateWindow> Read(HttpResponseHeaders headers)
    {
        var found = new List<RateWindow>();
        foreach (var (header, name) in Windows)
        {
            if (Number(headers, header + "-reset") is { } reset && reset is > 0 and <= 253_402_300_799
                && Number(headers, header + "-remaining") is { } remaining)
            {
                found.Add(new(name, (int)Math.Clamp(Number(headers, header + "-limit") ?? 0, 0, int.MaxValue), (int)Math.Clamp(remaining, 0, int.MaxValue), DateTimeOffset.FromUnixTimeSeconds(reset)));
            }
        }

        return found;
    }

    /// <summary>Until the latest window that is used up ends; asking again before would only be refused by another window.</summary>
    public static TimeSpan? Wait(IReadOnlyList<RateWindow> windows, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var spent = windows.Where(w => w.Remaining == 0).ToList();
        var told = spent.Count > 0 ? spent : windows;
        if (told.Count == 0)
        {
            return retryAfter;
        }

        var wait = told.Max(w => w.ResetAt) - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
