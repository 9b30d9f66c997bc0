using System.Net;
using Microsoft.Extensions.Options;
using Xunit;

namespace Shirase.Tests.Web;

public sealed class ErrorPageTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task Given_a_forged_form_mark_When_sent_Then_nothing_typed_is_lost_and_no_secret_is_shown()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = "forged",
            ["Form.Subject"] = "特殊詐欺に注意",
            ["Form.Body"] = "一行目\n<b>二行目",
            ["Password"] = "hidden-word",
        });

        var response = await host.Client.PostAsync("/style", form, ShellHost.Ct);
        var page = await ShellHost.PageAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("画面の有効期限が切れました", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["特殊詐欺に注意", "一行目\n<b>二行目"], page.QuerySelectorAll("textarea[readonly]").Select(t => t.TextContent));
        Assert.Equal(["件名", "本文"], page.QuerySelectorAll("label.field__label").Select(t => t.TextContent));
        Assert.DoesNotContain("hidden-word", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_bug_When_met_Then_the_page_names_a_number_and_not_the_cause()
    {
        var response = await host.Client.GetAsync("/test/bug", ShellHost.Ct);
        var page = await ShellHost.PageAsync(response);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Matches("^[0-9A-F]{8}$", page.QuerySelector("main strong.number")!.TextContent);
        Assert.DoesNotContain("山田太郎", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "ページが見つかりません")]
    [InlineData("/error/200", HttpStatusCode.NotFound, "ページが見つかりません")]
    [InlineData("/test/forbidden", HttpStatusCode.Forbidden, "この操作はできません")]
    public async Task Given_a_refused_request_When_met_Then_it_is_a_sentence(string address, HttpStatusCode status, string heading)
    {
        var response = await host.Client.GetAsync(address, ShellHost.Ct);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(heading, (await ShellHost.PageAsync(response)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Given_a_wrong_verb_When_sent_Then_the_answer_says_so()
    {
        using var nothing = new StringContent("");

        var response = await host.Client.PostAsync("/test/forbidden", nothing, ShellHost.Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("このアドレスでは行えない操作です", (await ShellHost.PageAsync(response)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Given_thirteen_megabytes_When_sent_Then_the_limit_is_named()
    {
        using var large = new ByteArrayContent(new byte[13 * 1024 * 1024]);

        var response = await host.Client.PostAsync("/style", large, ShellHost.Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("12MB", (await ShellHost.PageAsync(response)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_script_that_asks_When_refused_Then_it_gets_the_status_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Add("X-Requested-With", "fetch");

        var response = await host.Client.SendAsync(request, ShellHost.Ct);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(ShellHost.Ct));
    }

    [Fact]
    public async Task Given_the_styleguide_When_in_production_Then_there_is_no_such_page()
    {
        await using var production = await ShellHost.StartAsync("Production");
        using var browser = ShellHost.Browser(production);
        browser.BaseAddress = new Uri("https://localhost");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/style", ShellHost.Ct)).StatusCode);
    }

    [Theory]
    [InlineData("Production", "--Installation:Sample=true")]
    [InlineData("Development", "--urls=http://0.0.0.0:5080")]
    [InlineData("Development", "--urls=http://*:5080")]
    [InlineData("Development", "--Kestrel:Endpoints:Office:Url=http://10.0.0.5:80")]
    [InlineData("Production", "--Installation:Proxies:0=proxy")]
    public async Task Given_a_start_that_would_open_the_sample_to_others_When_started_Then_it_is_refused(string environment, string setting) =>
        await Assert.ThrowsAsync<OptionsValidationException>(async () => await ShellHost.StartAsync(environment, setting));
}
