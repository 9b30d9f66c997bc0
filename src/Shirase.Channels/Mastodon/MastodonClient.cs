using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Mastodon;

/// <summary>Thin client of the Mastodon API, signed by the account's access token.</summary>
public sealed class MastodonClient(
    HttpClient http, KnownIds ids, IOptions<MastodonOptions> options, IAccountMeter meter, TimeProvider clock, ILogger<MastodonClient> logger)
{
    private readonly MeteredCalls _calls = new(http, meter, clock, logger, MastodonChannel.ChannelName);
    private readonly Reader _reader = new(clock);

    internal async Task<Answer> CallAsync(ChannelAccount account, Call call, CancellationToken ct) =>
        account.Service is null || !options.Value.Allows(account.Service)
            ? new Answer.No(0, MastodonErrors.ServiceNotConfigured, 0, $"{MastodonOptions.Section}:Services does not name the server of this account.", null)
            : await _calls.SendAsync(
                account, call, account.Service, r => r.Headers.Authorization = new("Bearer", account.Secret ?? ""), options.Value.Timeout, _reader, ct);

    /// <summary>The server's number of the account.</summary>
    internal Task<(string? Id, Answer? Failure)> IdOfAsync(ChannelAccount account, CancellationToken ct) =>
        ids.OfAsync(account, () => CallAsync(account, MastodonCalls.Me(), ct), ok => Json.Text(ok.Body, "id"));

    private sealed class Reader(TimeProvider clock) : IReadAnswers
    {
        /// <summary>Mastodon tells one window of five minutes and ends it by a time of ISO 8601, not by a number.</summary>
        public IReadOnlyList<RateWindow> Rates(HttpResponseHeaders headers) =>
            DateTimeOffset.TryParse(First(headers, "X-RateLimit-Reset"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var reset)
            && int.TryParse(First(headers, "X-RateLimit-Remaining"), NumberStyles.None, CultureInfo.InvariantCulture, out var remaining)
                ? [new("window", int.TryParse(First(headers, "X-RateLimit-Limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : 0, remaining, reset)]
                : [];

        public Answer Read(HttpResponseMessage response, JsonElement? body, IReadOnlyList<RateWindow> rates)
        {
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
            {
                return body is { } whole ? new Answer.Ok(whole) : new Answer.Lost($"{status} with an unreadable answer.");
            }

            var wait = rates.Count > 0 && status == 429 ? rates[0].ResetAt - clock.GetUtcNow() : response.Headers.RetryAfter?.Delta;
            return new Answer.No(status, "", 0, Json.Text(body ?? default, "error"), wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
        }

        private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
    }
}
