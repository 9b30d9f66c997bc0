using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Facebook;

/// <summary>
/// What Facebook's headers say about its limits: percent used of calls, time and processor time, by the app, by the Page and by the kind
/// of use (business use case). The hardest of the three figures counts; only the last kind tells when it will be better.
/// </summary>
internal static class FacebookUsage
{
    private static readonly string[] Figures = ["call_count", "total_time", "total_cputime"];

    // The platform counts by the hour and names no end
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public static IReadOnlyList<RateWindow> Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var found = new List<RateWindow>();
        foreach (var (header, name) in new[] { ("X-App-Usage", "app"), ("X-Page-Usage", "page") })
        {
            if (Body(headers, header) is { ValueKind: JsonValueKind.Object } usage)
            {
                found.Add(Of(name, usage, now + Window));
            }
        }

        // {"business id": [{"type": "pages", …}]}
        if (Body(headers, "X-Business-Use-Case-Usage") is { ValueKind: JsonValueKind.Object } businesses
            && businesses.EnumerateObject().SelectMany(b => Json.List(businesses, b.Name)).ToList() is { Count: > 0 } uses)
        {
            var hardest = uses.MaxBy(Percent);
            var minutes = uses.Max(u => Json.Number(u, "estimated_time_to_regain_access") ?? 0);
            found.Add(Of("business", hardest, now + (minutes > 0 ? TimeSpan.FromMinutes(minutes) : Window)));
        }

        return found;
    }

    /// <summary>How long to wait once a call was refused: until the last used-up window ends; null where none is.</summary>
    public static TimeSpan? Wait(IReadOnlyList<RateWindow> windows, DateTimeOffset now)
    {
        var spent = windows.Where(w => w.Remaining == 0).ToList();
        return spent.Count == 0 ? null : spent.Max(w => w.ResetAt) - now;
    }

    private static RateWindow Of(string name, JsonElement usage, DateTimeOffset ends) => new(name, 100, Math.Clamp(100 - Percent(usage), 0, 100), ends);

    private static int Percent(JsonElement usage) => Figures.Max(f => Json.Number(usage, f) ?? 0);

    private static JsonElement? Body(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? Json.Parse(Encoding.UTF8.GetBytes(values.First())) : null;
}
