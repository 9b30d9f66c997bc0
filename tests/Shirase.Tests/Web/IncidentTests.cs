using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Shirase.Web.Pages.Posts;
using Xunit;

namespace Shirase.Tests.Web;

/// <summary>A bug behind a button of the whole product, with the table of access in between.</summary>
public sealed class IncidentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_bug_behind_a_button_When_pressed_Then_a_number_is_told_and_what_was_typed_is_given_back()
    {
        await using var app = new ShiraseApp(
            new SqliteStore(), also: s => s.Replace(ServiceDescriptor.Scoped<Filing>(_ => throw new InvalidOperationException("山田太郎"))));
        await app.InitializeAsync();
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/public-bodies", Ct);

        var answer = await browser.PostAsync("/posts/new?handler=save", new() { ["Body"] = "書いた文面" }, Ct);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Matches("^[0-9A-F]{8}$", browser.Document().QuerySelector("main strong.number")!.TextContent);
        Assert.Equal("書いた文面", browser.Document().QuerySelector("textarea[readonly]")!.TextContent.Trim());
        Assert.DoesNotContain("山田太郎", browser.Page, StringComparison.Ordinal);
    }
}
