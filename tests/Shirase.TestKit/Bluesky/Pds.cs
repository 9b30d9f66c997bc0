using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Channels;
using Xunit;

namespace Shirase.TestKit.Bluesky;

/// <summary>The real server that ./test started; the tests are skipped by name where there is none.</summary>
public class Pds : IDisposable
{
    private readonly ServiceProvider _plain = new ServiceCollection().AddHttpClient().BuildServiceProvider();

    /// <summary>The environment variable that names the server.</summary>
    public string Variable { get; init; } = "SHIRASE_PDS";

    public Uri Address
    {
        get
        {
            var address = Environment.GetEnvironmentVariable(Variable);
            Assert.SkipWhen(string.IsNullOrEmpty(address), $"{Variable} is not set: ./test starts the Bluesky server and sets it.");
            return new(address!);
        }
    }

    /// <summary>A new account of its own with an app password.</summary>
    public async Task<ChannelAccount> NewAccountAsync(CancellationToken ct)
    {
        var handle = $"t{Guid.NewGuid():N}"[..16] + ".test";
        var created = await PostAsync(
            "com.atproto.server.createAccount", new { handle, email = $"{handle}@example.test", password = "long-password-of-a-test" }, null, ct);
        var token = created.GetProperty("accessJwt").GetString();
        var app = await PostAsync("com.atproto.server.createAppPassword", new { name = "shirase" }, token, ct);
        return new(new BodyId("gunma-police"), handle, Address, app.GetProperty("password").GetString());
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken ct)
    {
        using var http = _plain.GetRequiredService<IHttpClientFactory>().CreateClient();
        return await http.GetFromJsonAsync<JsonElement>(new Uri(Address, "/xrpc/" + path), ct);
    }

    public async Task<JsonElement> PostAsync(string method, object body, string? token, CancellationToken ct)
    {
        using var response = await SendAsync(method, body, token, ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(ct);
    }

    public async Task<HttpResponseMessage> SendAsync(string method, object body, string? token, CancellationToken ct)
    {
        using var http = _plain.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "/xrpc/" + method)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        return await http.SendAsync(request, ct);
    }

    public async Task<JsonElement> RecordAsync(RemoteId id, CancellationToken ct)
    {
        var parts = id.Value["at://".Length..].Split('/');
        return await GetAsync($"com.atproto.repo.getRecord?repo={parts[0]}&collection={parts[1]}&rkey={parts[2]}", ct);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _plain.Dispose();
}
