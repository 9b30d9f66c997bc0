using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Shirase.Channels.Bluesky;

/// <summary>Thin client of XRPC, the AT Protocol's way over HTTP. It knows no retries: the job queue has them.</summary>
public sealed class XrpcClient(HttpClient http, IOptions<BlueskyOptions> options, TimeProvider clock)
{
    internal const string ServiceNotConfigured = nameof(ServiceNotConfigured);

    private const int LongestAnswer = 2_000_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal Task<XrpcAnswer> GetAsync(Uri? service, string method, string query, string? token, CancellationToken ct) =>
        SendAsync(service, HttpMethod.Get, method + "?" + query, null, token, options.Value.Timeout, ct);

    internal Task<XrpcAnswer> PostAsync(Uri? service, string method, JsonNode? body, string? token, CancellationToken ct) =>
        SendAsync(
            service,
            HttpMethod.Post,
            method,
            body is null ? null : new StringContent(body.ToJsonString(Plain), Encoding.UTF8, "application/json"),
            token,
            options.Value.Timeout,
            ct);

    internal Task<XrpcAnswer> UploadAsync(Uri? service, ReadOnlyMemory<byte> bytes, string contentType, string token, CancellationToken ct)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return SendAsync(service, HttpMethod.Post, "com.atproto.repo.uploadBlob", content, token, options.Value.UploadTimeout, ct);
    }

    private async Task<XrpcAnswer> SendAsync(
        Uri? service, HttpMethod verb, string path, HttpContent? content, string? token, TimeSpan patience, CancellationToken ct)
    {
        if (service is null || !options.Value.Allows(service))
        {
            return new XrpcAnswer.No(0, ServiceNotConfigured, $"{BlueskyOptions.Section}:Services does not name the service of this account.", null);
        }

        using var request = new HttpRequestMessage(verb, new Uri(service, "/xrpc/" + path)) { Content = content };
        request.Headers.UserAgent.ParseAdd("Shirase");
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, timeout.Token);
            return await ReadAsync(response, timeout.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new XrpcAnswer.Lost($"No answer within {patience.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError
            is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new XrpcAnswer.NotSent($"Not reached: {e.HttpRequestError}.");
        }
        catch (HttpRequestException e)
        {
            return new XrpcAnswer.Lost($"The answer was lost: {e.HttpRequestError}.");
        }
        catch (IOException)
        {
            return new XrpcAnswer.Lost("The answer was lost on the way.");
        }
    }

    private async Task<XrpcAnswer> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        var body = Parse(await response.Content.ReadAsByteArrayAsync(ct));
        if (response.IsSuccessStatusCode)
        {
            return body is { } ok ? new XrpcAnswer.Ok(ok) : new XrpcAnswer.Lost($"{status} with an unreadable answer.");
        }

        return new XrpcAnswer.No(status, Text(body, "error"), Text(body, "message"), After(response));
    }

    private static JsonElement? Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return JsonElement.Parse("{}");
        }

        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonElement? body, string name) =>
        body is { ValueKind: JsonValueKind.Object } b && b.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String
            ? v.GetString()!
            : "";

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
