using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.People;
using Shirase.Samples;
using Shirase.Storage;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Security;

/// <summary>Cookies and HSTS of a real process in Production, behind a proxy that ends TLS.</summary>
public sealed class ProductionCookieTests(ProductionCookieTests.Store store) : IClassFixture<ProductionCookieTests.Store>
{
    private const string Password = "正しい馬の電池とホチキス";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_production_When_somebody_signs_in_Then_each_cookie_is_bound_to_this_host_and_kept_from_scripts_and_http()
    {
        await store.SeedAsync(Ct);
        await store.InAsync(async s =>
        {
            var staff = await s.GetRequiredService<ShiraseDb>().Staff.Where(p => p.LoginName == "mori").Select(p => p.Id).SingleAsync(Ct);
            Assert.Null(await s.GetRequiredService<Credentials>().SetPasswordAsync(new Doer(SampleCast.Gunma, null, store.Clock.Now), staff, Password, Ct));
            return 0;
        });
        await using var node = await Node.StartAsync(store, new Dictionary<string, string?> { ["Installation:Proxies:0"] = "127.0.0.1" }, Ct);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpMessageInvoker(handler);

        using var page = await SendAsync(client, node, HttpMethod.Get, "/sign-in", null, null);
        var form = Assert.Single(page.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-shirase-form=", StringComparison.Ordinal));
        Assert.All(page.Headers.GetValues("Set-Cookie"), c => Assert.StartsWith("__Host-", c, StringComparison.Ordinal));
        Assert.Matches("^__Host-shirase-form=[^;]+; path=/; secure; samesite=strict; httponly$", form);
        Assert.Equal("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));

        var mark = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync(Ct)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = mark, ["Form.Login"] = "mori", ["Form.Password"] = Password });
        using var signed = await SendAsync(client, node, HttpMethod.Post, "/sign-in", fields, form.Split(';')[0]);

        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        var session = Assert.Single(signed.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-shirase-session=", StringComparison.Ordinal));

        // Neither expires nor max-age: it ends with the browser, and on the server whatever the browser does
        Assert.Matches("^__Host-shirase-session=[^;]+; path=/; secure; samesite=lax; httponly$", session);
        using var again = await SendAsync(client, node, HttpMethod.Get, "/security/authenticator", null, session.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Given_production_When_a_page_is_opened_over_http_Then_a_sentence_says_how_to_open_it_and_public_pages_answer()
    {
        await store.SeedAsync(Ct);
        await using var node = await Node.StartAsync(store, new Dictionary<string, string?>(), Ct);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpMessageInvoker(handler);

        using var refused = await SendAsync(client, node, HttpMethod.Get, "/sign-in", null, null);
        Assert.Equal(HttpStatusCode.UpgradeRequired, refused.StatusCode);
        Assert.Contains("https:// で始まるアドレスで開いてください", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var site = await SendAsync(client, node, HttpMethod.Get, "/site", null, null);
        Assert.Equal(HttpStatusCode.OK, site.StatusCode);
        using var health = await SendAsync(client, node, HttpMethod.Get, "/health/live", null, null);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpMessageInvoker client, Node node, HttpMethod method, string address, HttpContent? content, string? cookie)
    {
        using var request = new HttpRequestMessage(method, new Uri(node.Address, address)) { Content = content };
        request.Headers.Host = "shirase.example.jp";
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.5");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await client.SendAsync(request, Ct);
    }

    /// <summary>A store whose people can be given passwords.</summary>
    public sealed class Store : SqliteStore
    {
        public Store() => Also = services => services.AddCredentials();
    }
}
