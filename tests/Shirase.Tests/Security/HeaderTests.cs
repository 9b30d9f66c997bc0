using System.Net;
using Shirase.TestKit;
using Shirase.Tests.Posts;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Tests.Security;

/// <summary>What every answer tells the browser, and that no page needs more than that.</summary>
public sealed class HeaderTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/site/gunma-police", HttpStatusCode.OK)]
    [InlineData("/site/gunma-police/feed.atom", HttpStatusCode.OK)]
    [InlineData("/site/gunma-police/accounts.json", HttpStatusCode.OK)]
    [InlineData("/css/base.css", HttpStatusCode.OK)]
    [InlineData("/js/shell.js", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/robots.txt", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/posts?q=%00", HttpStatusCode.BadRequest)]
    [InlineData("/records", HttpStatusCode.Redirect)]
    public async Task Given_any_kind_of_answer_When_it_leaves_Then_it_carries_every_header(string address, HttpStatusCode status)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, address));
        request.Headers.Accept.ParseAdd("text/html, */*");

        using var answer = await client.SendAsync(request, Ct);

        Assert.Equal(status, answer.StatusCode);
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : "(none)";
        var policy = Header("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("style-src 'self'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain(policy, p => p.Contains("unsafe", StringComparison.Ordinal));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"), "The server names itself.");
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Theory]
    [InlineData("hoshino")]
    [InlineData("horiguchi")]
    [InlineData("takahashi")]
    public async Task Given_every_page_When_read_Then_no_script_or_style_stands_in_it_and_it_stays_out_of_the_cache(string login)
    {
        using var browser = await app.SignInAsync(login, Ct);
        var seen = 0;
        foreach (var row in AccessTable.Rows.Where(r => r.Endpoint.StartsWith("GET /", StringComparison.Ordinal) && !r.Endpoint.Contains('{') && !r.Endpoint.Contains('?')))
        {
            var address = row.Endpoint[4..];
            var answer = await browser.GetAsync(address, Ct);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            seen++;
            var page = browser.Document();
            Assert.DoesNotContain(page.Scripts, s => s.Source is not { Length: > 0 });
            Assert.Empty(page.QuerySelectorAll("style, [style]"));
            Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.DoesNotContain(page.All, e => e.GetAttribute("href")?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true);
            Assert.True(address.StartsWith("/site", StringComparison.Ordinal) || answer.Headers.CacheControl is { NoStore: true }, $"{address} may stay in a cache.");
        }

        Assert.True(seen > 10, $"Only {seen} pages were read.");
    }
}
