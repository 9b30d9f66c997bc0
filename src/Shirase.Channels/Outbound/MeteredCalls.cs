using Microsoft.Extensions.Logging;
using Shirase.Core.Channels;

namespace Shirase.Channels.Outbound;

/// <summary>Makes the calls of a channel whose platform counts them, and tells the account's meter of each.</summary>
/// <param name="http">The channel's own client.</param>
/// <param name="meter">Where calls and limits are noted.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">The channel's own.</param>
/// <param name="channel">The channel's name.</param>
internal sealed class MeteredCalls(HttpClient http, IAccountMeter meter, TimeProvider clock, ILogger logger, string channel)
{
    /// <summary>Sends one call.</summary>
    /// <param name="account">Whose call it is.</param>
    /// <param name="call">What is asked.</param>
    /// <param name="service">Where.</param>
    /// <param name="sign">Puts the credentials on.</param>
    /// <param name="patience">Longest wait where the call has none of its own.</param>
    /// <param name="platform">How this platform tells limits and answers.</param>
    /// <param name="ct">Stops it; then it throws.</param>
    public async Task<Answer> SendAsync(
        ChannelAccount account, Call call, Uri service, Action<HttpRequestMessage> sign, TimeSpan patience, IReadAnswers platform, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(service, call.Path)) { Content = call.Body?.Invoke() };
        if (call.Key is { } key)
        {
            request.Headers.Add("Idempotency-Key", key.ToString());
        }

        sign(request);
        var (status, rates) = (0, (IReadOnlyList<RateWindow>)[]);
        var answer = await Exchange.AskAsync(http, request, call.Patience ?? patience, Heard, ct);
        await NoteAsync(account, call, answer, status, rates);
        return answer;

        Answer Heard(HttpResponseMessage response, byte[] bytes)
        {
            (status, rates) = ((int)response.StatusCode, platform.Rates(response.Headers));
            return platform.Read(response, Json.Parse(bytes), rates);
        }
    }

    // A refused call costs nothing; one whose answer was lost may have been carried out
    private async Task NoteAsync(ChannelAccount account, Call call, Answer answer, int status, IReadOnlyList<RateWindow> rates)
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
            Log.NotMetered(logger, channel, call.Operation, e.GetType().Name);
        }
    }
}

/// <summary>How a platform tells its limits, and how it says yes and no.</summary>
internal interface IReadAnswers
{
    IReadOnlyList<RateWindow> Rates(System.Net.Http.Headers.HttpResponseHeaders headers);

    /// <param name="response">The head.</param>
    /// <param name="body">The body; null when it is not JSON.</param>
    /// <param name="rates">The limits that came with it.</param>
    Answer Read(HttpResponseMessage response, System.Text.Json.JsonElement? body, IReadOnlyList<RateWindow> rates);
}
