using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Shirase.Channels.Outbound;
using Xunit;

namespace Shirase.Channels.Tests.Outbound;

/// <summary>Where calls may lead, against a server on this machine: the very thing that must not be reached by an entered address.</summary>
public sealed class OutboundTests : IAsyncLifetime
{
    private readonly WebApplication _inside;
    private int _met;

    public OutboundTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _inside = builder.Build();
        _inside.Run(context =>
        {
            Interlocked.Increment(ref _met);
            context.Response.Headers.SetCookie = "a=b";
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private int Port => new Uri(_inside.Urls.First()).Port;

    public async ValueTask InitializeAsync() => await _inside.StartAsync();

    public ValueTask DisposeAsync() => _inside.DisposeAsync();

    [Theory]
    [InlineData("https://127.0.0.1:{0}/")]
    [InlineData("https://localhost:{0}/")]
    [InlineData("https://[::1]:{0}/")]
    [InlineData("https://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("https://2130706433:{0}/")]
    [InlineData("https://0x7f.1:{0}/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://www.example.jp/")]
    [InlineData("https://user:secret@www.example.jp/")]
    public async Task Given_an_entered_address_that_leads_inside_or_goes_in_the_clear_When_called_Then_nothing_is_sent(string address)
    {
        using var http = new HttpMessageInvoker(Shirase.Channels.Outbound.Outbound.Handler(new OutboundOptions()));
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Port));

        var refused = await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.SendAsync(request, Ct));

        Assert.True(refused is OutboundRefusedException || refused.InnerException is OutboundRefusedException, refused.ToString());
        Assert.Equal(0, _met);
    }

    [Fact]
    public async Task Given_a_host_that_the_operator_allowed_When_called_Then_it_is_reached_once_and_no_redirect_is_followed()
    {
        var options = new OutboundOptions();
        options.AllowedHosts.Add("127.0.0.1");
        using var http = new HttpMessageInvoker(Shirase.Channels.Outbound.Outbound.Handler(options));
        using var request = new HttpRequestMessage(HttpMethod.Get, _inside.Urls.First());

        using var answer = await http.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(1, _met);
    }

    [Fact]
    public async Task Given_a_channel_that_names_its_service_When_another_host_is_called_Then_nothing_is_sent()
    {
        using var http = new HttpMessageInvoker(Shirase.Channels.Outbound.Outbound.To([new Uri($"http://127.0.0.1:{Port}/")], TimeSpan.FromSeconds(2)));
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, $"http://localhost:{Port}/");
        using var service = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Port}/");

        await Assert.ThrowsAsync<OutboundRefusedException>(() => http.SendAsync(elsewhere, Ct));
        Assert.Equal(0, _met);

        using var answer = await http.SendAsync(service, Ct);
        Assert.Equal(1, _met);
    }
}
