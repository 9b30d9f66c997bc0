using Xunit;

namespace Shirase.Tests.Web;

public sealed class LanguageTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task Given_English_chosen_When_the_next_page_is_asked_Then_it_is_English_and_says_so()
    {
        using var choice = new FormUrlEncodedContent(new Dictionary<string, string> { ["language"] = "en", ["back"] = "/style?x=1" });
        var chosen = await host.Client.PostAsync("/preferences", choice, ShellHost.Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/style");
        request.Headers.Add("Cookie", chosen.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        var page = await ShellHost.PageAsync(await host.Client.SendAsync(request, ShellHost.Ct));

        Assert.Equal("/style?x=1", chosen.Headers.Location!.OriginalString);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Draft", page.QuerySelector(".chip")!.TextContent);
    }

    [Fact]
    public async Task Given_an_address_with_letters_that_no_header_holds_When_chosen_Then_it_leads_there_all_the_same()
    {
        using var choice = new FormUrlEncodedContent(new Dictionary<string, string> { ["size"] = "large", ["back"] = "/posts?q=刃物¿" });

        var chosen = await host.Client.PostAsync("/preferences", choice, ShellHost.Ct);

        Assert.Equal("/posts?q=%E5%88%83%E7%89%A9%C2%BF", chosen.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Given_a_foreign_address_to_go_back_to_When_chosen_Then_it_stays_here()
    {
        using var choice = new FormUrlEncodedContent(new Dictionary<string, string> { ["size"] = "large", ["back"] = "//evil.example/" });

        var chosen = await host.Client.PostAsync("/preferences", choice, ShellHost.Ct);

        Assert.Equal("/", chosen.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Given_the_public_frame_When_loaded_with_its_sheets_Then_it_is_below_50_kB_and_sets_no_cookie()
    {
        var response = await host.Client.GetAsync("/preferences", ShellHost.Ct);
        var page = await ShellHost.PageAsync(await host.Client.GetAsync("/style?layout=public", ShellHost.Ct));
        var total = (await (await host.Client.GetAsync("/style?layout=public", ShellHost.Ct)).Content.ReadAsByteArrayAsync(ShellHost.Ct)).Length;
        foreach (var sheet in page.QuerySelectorAll("link[rel=stylesheet]"))
        {
            total += (await host.Client.GetByteArrayAsync(sheet.GetAttribute("href"), ShellHost.Ct)).Length;
        }

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.InRange(total, 1, 50_000);
        Assert.DoesNotContain(response.Headers, h => h.Key == "Set-Cookie" && h.Value.Any(v => v.StartsWith("shirase-language", StringComparison.Ordinal)));
    }
}
