using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Api;

/// <summary>The product with its interface for programs, and the sample police behind it.</summary>
public class ApiApp : ShiraseApp
{
    public ApiApp()
        : this(new OfficeWithDuties())
    {
    }

    protected ApiApp(TestStore store)
        : this(new Dictionary<string, string?> { ["Api:CallsPerMinute"] = "100000", ["Api:RefusedPerMinute"] = "100000", ["Tokens:MostOfOnePerson"] = "200" }, store)
    {
    }

    internal ApiApp(IReadOnlyDictionary<string, string?> settings, TestStore? store = null)
        : base(store ?? new OfficeWithDuties(), settings: new Dictionary<string, string?>(settings) { ["Jobs:Work"] = "false" }) => Office = new Office(Store);

    public Office Office { get; }

    /// <summary>A token of a sample person, with every scope unless some are named.</summary>
    public async Task<string> TokenAsync(string login, IReadOnlyCollection<string>? scopes = null, UnitId? unit = null, int days = 30)
    {
        var issued = await IssueAsync(login, scopes, unit, days);
        return issued.Clear;
    }

    public async Task<IssuedToken> IssueAsync(string login, IReadOnlyCollection<string>? scopes = null, UnitId? unit = null, int days = 30)
    {
        var (staff, body) = await Store.DbAsync(async db =>
        {
            var s = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Staff, s => s.LoginName == login);
            return (s.Id, s.Body);
        });
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(body);
        var issued = await scope.ServiceProvider.GetRequiredService<IssueToken>().RunAsync(
            body, new(staff, unit, "試験", scopes ?? [.. Scope.All.Select(s => s.Name)], days), new Act(staff, Clock.Now.ToUniversalTime().Truncated()), CancellationToken.None);
        Assert.True(issued.IsDone, issued.Refusal?.Text.Ja);
        return issued.Value;
    }

    /// <summary>A client with a token; 127.0.0.1 is the sample's registered terminal, any other address of this machine is none.</summary>
    public ApiClient Client(string? token, IPAddress? from = null) => new(Address, token, from);

    public async Task<ApiClient> ClientAsync(string login, params string[] scopes) => Client(await TokenAsync(login, scopes.Length == 0 ? null : scopes));
}

public sealed class ApiOnPostgres() : ApiApp(new PostgresOfficeWithDuties());

/// <summary>Calls the interface as a program would, and remembers the last answer.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _client;

    public ApiClient(Uri address, string? token, IPAddress? from = null)
    {
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        _client = new HttpClient(handler, disposeHandler: true) { BaseAddress = new Uri(address, "/api/v1/") };
        if (token is not null)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public HttpClient Http => _client;

    public HttpStatusCode Status { get; private set; }

    public string Text { get; private set; } = "";

    public HttpResponseMessage Last { get; private set; } = new();

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? Code => Text.Length > 0 && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, (string?)null);

    public Task<JsonElement> PostAsync(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        SendAsync(HttpMethod.Post, path, JsonSerializer.Serialize(body ?? new { }), key ?? Guid.NewGuid().ToString(), ifMatch);

    public Task<JsonElement> PutAsync(string path, object body, string? ifMatch, string? key = null) =>
        SendAsync(HttpMethod.Put, path, JsonSerializer.Serialize(body), key ?? Guid.NewGuid().ToString(), ifMatch);

    public async Task<JsonElement> SendAsync(
        HttpMethod method, string path, string? body, string? key = null, string? ifMatch = null, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8);
        if (content is not null)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        return await SendAsync(method, path, content, key, ifMatch, headers);
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, string? key = null, string? ifMatch = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        // A refusal may come before the body was read; the connection is not a pledge then
        request.Headers.ConnectionClose = content is not null;
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        Last = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Status = Last.StatusCode;
        Text = await Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Last.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? Json : default;
    }

    public void Is(HttpStatusCode status) => Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");

    /// <summary>The last answer is a problem of this kind, written as RFC 9457 asks.</summary>
    public JsonElement Refused(HttpStatusCode status, string code)
    {
        Assert.True(Status == status && Code == code, $"{(int)Status} {Code} instead of {(int)status} {code}: {Text}");
        Assert.Equal("application/problem+json", Last.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.Equal($"urn:shirase:problem:{code}", Json.GetProperty("type").GetString());
        Assert.NotEqual("", Json.GetProperty("title").GetString());
        Assert.NotEqual("", Json.GetProperty("detail").GetString());
        return Json;
    }

    public void Dispose() => _client.Dispose();
}
