using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Facebook;

/// <summary>Thin client of the Graph API, signed by the Page's token.</summary>
public sealed class FacebookClient(
    HttpClient http, KnownIds ids, IOptions<FacebookOptions> options, IAccountMeter meter, TimeProvider clock, ILogger<FacebookClient> logger)
{
    private readonly MeteredCalls _calls = new(http, meter, clock, logger, FacebookChannel.ChannelName);
    private readonly Reader _reader = new(clock);

    /// <summary>Makes a call with the account's token.</summary>
    internal Task<Answer> CallAsync(ChannelAccount account, Call call, CancellationToken ct) => SendAsync(account, Proven(call, account.Secret ?? ""), account.Secret ?? "", ct);

    /// <summary>Makes a call in the name of the app itself.</summary>
    internal Task<Answer> CallAsAppAsync(ChannelAccount account, Call call, CancellationToken ct) =>
        SendAsync(account, call, $"{options.Value.AppId}|{options.Value.AppSecret}", ct);

    /// <summary>The Page's number.</summary>
    internal Task<(string? Id, Answer? Failure)> IdOfAsync(ChannelAccount account, CancellationToken ct) =>
        ids.OfAsync(account, () => CallAsync(account, FacebookCalls.Me(options.Value), ct), ok => Json.Text(ok.Body, "id"));

    private async Task<Answer> SendAsync(ChannelAccount account, Call call, string token, CancellationToken ct) =>
        account.Service is null || !options.Value.Allows(account.Service)
            ? new Answer.No(0, FacebookErrors.ServiceNotConfigured, 0, $"{FacebookOptions.Section}:Service is not the service of this account.", null)
            : await _calls.SendAsync(
                account, call, options.Value.Service, r => r.Headers.Authorization = new("Bearer", token), options.Value.Timeout, _reader, ct);

    // Shows that the call comes from the app: a token that was stolen is worth nothing without its secret
    private Call Proven(Call call, string token) => string.IsNullOrWhiteSpace(options.Value.AppSecret) ? call : call with
    {
        Path = call.Path + (call.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "appsecret_proof="
            + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.AppSecret), Encoding.UTF8.GetBytes(token))),
    };

    private sealed class Reader(TimeProvider clock) : IReadAnswers
    {
        public IReadOnlyList<RateWindow> Rates(HttpResponseHeaders headers) => FacebookUsage.Read(headers, clock.GetUtcNow());

        public Answer Read(HttpResponseMessage response, JsonElement? body, IReadOnlyList<RateWindow> rates)
        {
            var status = (int)response.StatusCode;
            return body is { ValueKind: JsonValueKind.Object } whole && Json.Member(whole, "error").ValueKind != JsonValueKind.Object && response.IsSuccessStatusCode ? new Answer.Ok(whole)
                : response.IsSuccessStatusCode && body is not { ValueKind: JsonValueKind.Object } ? new Answer.Lost($"{status} with an unreadable answer.")
                : FacebookErrors.Read(status, body ?? default, response.Headers.RetryAfter?.Delta ?? FacebookUsage.Wait(rates, clock.GetUtcNow()));
        }
    }
}
