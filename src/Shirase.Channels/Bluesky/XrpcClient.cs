using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;

namespace Shirase.Channels.Bluesky;

/// <summary>Thin client of XRPC, the AT Protocol's way over HTTP. It knows no retries: the job queue has them.</summary>
public sealed class XrpcClient(HttpClient http, IOptions<BlueskyOptions> options, TimeProvider clock)
{
    internal const string ServiceNotConfigured = nameof(ServiceNotConfigured);

    internal Task<Answer> GetAsync(Uri? service, string method, string query, string? token, CancellationToken ct) =>
        SendAsync(service, HttpMethod.Get, method + "?" + query, null, token, options.Value.Timeout, ct);

    internal Task<Answer> PostAsync(Uri? service, string method, JsonNode? body, string? token, CancellationToken ct) =>
        SendAsync(
            service,
            HttpMethod.Post,
            method,
            body is null ? null : Json.Content(body),
            token,
            options.Value.Timeout,
            ct);

    internal Task<Answer> UploadAsync(Uri? service, ReadOnlyMemory<byte> bytes, string contentType, string token, CancellationToken ct)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return SendAsync(service, HttpMethod.Post, "com.atproto.repo.uploadBlob", content, token, options.Value.UploadTimeout, ct);
    }

    private async Task<Answer> SendAsync(
        Uri? service, HttpMethod verb, string path, HttpContent? content, string? token, TimeSpan patience, CancellationToken ct)
    {
        if (service is null || !options.Value.Allows(service))
        {
            return new Answer.No(0, ServiceNotConfigured, 0, $"{BlueskyOptions.Section}:Services does not name the service of this account.", null);
        }

        using var request = new HttpRequestMessage(verb, new Uri(service, "/xrpc/" + path)) { Content = content };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return await Exchange.AskAsync(http, request, patience, Read, ct);
    }

    private Answer Read(HttpResponseMessage response, byte[] bytes)
    {
        var status = (int)response.StatusCode;
        var body = Json.Parse(bytes);
        if (response.IsSuccessStatusCode)
        {
            return body is { } ok ? new Answer.Ok(ok) : new Answer.Lost($"{status} with an unreadable answer.");
        }

        return new Answer.No(status, Json.Text(body ?? default, "error"), 0, Json.Text(body ?? default, "message"), After(response));
    }

    /// <summary>Until the limit's window ends (<c>RateLimit-Reset</c>, seconds of the epoch) or as <c>Retry-After</c> says.</summary>
    private TimeSpan? After(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("RateLimit-Reset", out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
            && reset <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && (int)response.StatusCode == 429)
        {
            var wait = DateTimeOffset.FromUnixTimeSeconds(reset) - clock.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        return response.Headers.RetryAfter?.Delta;
    }
}
