using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels.Bluesky;
using Shirase.Core;
using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests.Bluesky;

/// <summary>The real server that ./test started; the tests are skipped by name where there is none.</summary>
public sealed class PdsServer : IDisposable
{
    private ChannelAccount? _account;
    private ServiceProvider? _product;

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

    /// <summary>The channel with one account for a whole class of tests: sign-ins are what the server takes longest for.</summary>
    public async Task<BlueskyUnderTest> SharedAsync(CancellationToken ct)
    {
        _account ??= await NewAccountAsync(ct);
        _product ??= Product();
        return new(this, _product.CreateScope().ServiceProvider.GetRequiredService<BlueskyChannel>(), _account);
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

    /// <summary>The product's own channel, through its own registration.</summary>
    public ServiceProvider Product(Action<BlueskyOptions>? configure = null, Uri? service = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddBluesky(o =>
        {
            o.Services.Add(service ?? Address);
            configure?.Invoke(o);
        });
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
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
        _product?.Dispose();
        _plain.Dispose();
    }
}

/// <summary>The channel on the real server, with an account of its own.</summary>
public sealed class BlueskyUnderTest(PdsServer server, BlueskyChannel channel, ChannelAccount account) : LiveUnderTest(channel, account)
{
    public BlueskyChannel Channel => channel;

    public override string LongestText => new('あ', 300);

    public override string UnusedId => $"at://{Account.Handle}/app.bsky.feed.post/3zzzzzzzzzz22";

    public override async Task<int> CountAsync(CancellationToken ct) =>
        (await server.GetAsync($"com.atproto.repo.listRecords?repo={Account.Handle}&collection=app.bsky.feed.post&limit=100", ct))
            .GetProperty("records").GetArrayLength();
}
