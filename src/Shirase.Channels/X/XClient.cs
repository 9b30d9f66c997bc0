using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>Thin client of X's API, version 2.</summary>
public sealed class XClient(HttpClient http, IOptions<XOptions> options, IAccountMeter meter, TimeProvider clock, ILogger<XClient> logger)
{
    private readonly MeteredCalls _calls = new(http, meter, clock, logger, XChannel.ChannelName);
    private readonly Reader _reader = new(clock);

    internal async Task<Answer> SendAsync(ChannelAccount account, Call call, XKey key, CancellationToken ct) =>
        account.Service is null || !options.Value.Allows(account.Service)
            ? new Answer.No(0, XErrors.ServiceNotConfigured, 0, $"{XOptions.Section}:Service is not the service of this account.", null)
            : await _calls.SendAsync(account, call, options.Value.Service, r => r.Headers.Authorization = Sign(key, r), options.Value.Timeout, _reader, ct);

    private AuthenticationHeaderValue? Sign(XKey key, HttpRequestMessage request) => key switch
    {
        XKey.Bearer b => new("Bearer", b.Token),
        XKey.Signed s => new("OAuth", OAuth1.Header(
            s.Keys, request.Method.Method, request.RequestUri!, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow())),
        // RFC 6749, 2.3.1; a public client names itself in the form instead
        XKey.App when !string.IsNullOrEmpty(options.Value.ClientSecret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"{Uri.EscapeDataString(options.Value.ClientId ?? "")}:{Uri.EscapeDataString(options.Value.ClientSecret)}"))),
        _ => null,
    };

    private sealed class Reader(TimeProvider clock) : IReadAnswers
    {
        public IReadOnlyList<RateWindow> Rates(HttpResponseHeaders headers) => XRates.Read(headers);

        public Answer Read(HttpResponseMessage response, JsonElement? body, IReadOnlyList<RateWindow> rates)
        {
            var status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
            {
                return body is not { ValueKind: JsonValueKind.Object } whole ? new Answer.Lost($"{status} with an unreadable answer.")
                    : XBody.HasData(whole) || !whole.TryGetProperty("errors", out _) ? new Answer.Ok(whole)
                    : XBody.No(status, whole, null);
            }

            var after = response.Headers.RetryAfter?.Delta;
            return XBody.No(status, body, status == 429 ? XRates.Wait(rates, after, clock.GetUtcNow()) : after);
        }
    }
}
