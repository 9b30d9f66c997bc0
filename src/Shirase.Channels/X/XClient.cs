using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>One call, before it is signed. The body is made anew for each try, because it can be sent only once.</summary>
/// <param name="Operation">Method and path as X's description has them; what limits and costs are counted by.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">Makes the body, or null.</param>
/// <param name="Cost">Millionths of a US dollar.</param>
internal sealed record XCall(string Operation, string Path, Func<HttpContent>? Body = null, long Cost = 0)
{
    public HttpMethod Method => new(Operation[..Operation.IndexOf(' ', StringComparison.Ordinal)]);

    public TimeSpan? Patience { get; init; }
}

/// <summary>Thin client of X's API, version 2. It knows no retries: the job queue has them.</summary>
public sealed class XClient(HttpClient http, IOptions<XOptions> options, IAccountMeter meter, TimeProvider clock, ILogger<XClient> logger)
{
    internal async Task<Answer> SendAsync(ChannelAccount account, XCall call, XKey key, CancellationToken ct)
    {
        if (account.Service is null || !options.Value.Allows(account.Service))
        {
            return new Answer.No(0, XErrors.ServiceNotConfigured, 0, $"{XOptions.Section}:Service is not the service of this account.", null);
        }

        using var request = new HttpRequestMessage(call.Method, new Uri(options.Value.Service, call.Path)) { Content = call.Body?.Invoke() };
        request.Headers.Authorization = Sign(key, request);
        var (status, rates) = (0, (IReadOnlyList<RateWindow>)[]);
        var answer = await Exchange.AskAsync(http, request, call.Patience ?? options.Value.Timeout, Heard, ct);
        await NoteAsync(account, call, answer, status, rates);
        return answer;

        Answer Heard(HttpResponseMessage response, byte[] bytes)
        {
            (status, rates) = ((int)response.StatusCode, XRates.Read(response.Headers));
            return Read(response, bytes, rates);
        }
    }

    private Answer Read(HttpResponseMessage response, byte[] bytes, IReadOnlyList<RateWindow> rates)
    {
        var status = (int)response.StatusCode;
        var body = Json.Parse(bytes);
        if (response.IsSuccessStatusCode)
        {
            return body is not { ValueKind: JsonValueKind.Object } whole ? new Answer.Lost($"{status} with an unreadable answer.")
                : XBody.HasData(whole) || !whole.TryGetProperty("errors", out _) ? new Answer.Ok(whole)
                : XBody.No(status, whole, null);
        }

        var after = response.Headers.RetryAfter?.Delta;
        return XBody.No(status, body, status == 429 ? XRates.Wait(rates, after, clock.GetUtcNow()) : after);
    }

    // A refused call costs nothing; one whose answer was lost may have been carried out
    private async Task NoteAsync(ChannelAccount account, XCall call, Answer answer, int status, IReadOnlyList<RateWindow> rates)
    {
        if (account.Id is not { } id || answer is Answer.NotSent)
        {
            return;
        }

        var cost = answer is Answer.Ok or Answer.Lost || status >= 500 ? call.Cost : 0;
        try
        {
            await meter.NoteAsync(new(account.Body, id, call.Operation, status, cost, clock.GetUtcNow(), rates), CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.NotMetered(logger, XChannel.ChannelName, call.Operation, e.GetType().Name);
        }
    }

    private System.Net.Http.Headers.AuthenticationHeaderValue? Sign(XKey key, HttpRequestMessage request) => key switch
    {
        XKey.Bearer b => new("Bearer", b.Token),
        XKey.Signed s => new("OAuth", OAuth1.Header(
            s.Keys, request.Method.Method, request.RequestUri!, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow())),
        // RFC 6749, 2.3.1; a public client names itself in the form instead
        XKey.App when !string.IsNullOrEmpty(options.Value.ClientSecret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"{Uri.EscapeDataString(options.Value.ClientId ?? "")}:{Uri.EscapeDataString(options.Value.ClientSecret)}"))),
        _ => null,
    };
}
