using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.People;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>The pages of interface tokens.</summary>
public sealed partial class TokenPageTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_the_own_page_When_a_token_is_issued_Then_it_is_shown_once_and_can_be_revoked()
    {
        using var browser = await app.SignInAsync("tamura", Ct);
        await browser.GetAsync("/tokens", Ct);
        Assert.Contains("トークンはまだありません", browser.Page, StringComparison.Ordinal);

        await browser.PostAsync("/tokens?handler=Issue", [new("Form.Name", "総務課の記事管理"), new("Form.Scopes", Scope.PostsDraft), new("Form.Scopes", Scope.PostsRead), new("Form.Days", "30")], Ct);
        var clear = Token().Match(browser.Page).Value;
        Assert.NotEmpty(clear);
        var stored = await app.Store.DbAsync(db => db.ApiTokens.AsNoTracking().SingleAsync(t => t.Hash == ApiToken.HashOf(clear), Ct));
        Assert.Equal("posts:read posts:draft", stored.Scopes);

        await browser.GetAsync("/tokens", Ct);
        Assert.DoesNotContain(clear, browser.Page, StringComparison.Ordinal);
        Assert.Contains("総務課の記事管理", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync("/tokens?handler=Revoke", new() { ["id"] = stored.Id.ToString() }, Ct);
        Assert.Contains("トークンを失効させました", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_own_page_When_another_person_is_smuggled_into_the_form_Then_the_token_is_the_senders()
    {
        using var browser = await app.SignInAsync("sekiguchi", Ct);
        var other = await app.Store.DbAsync(db => db.Staff.Where(s => s.LoginName == "hoshino").Select(s => s.Id).SingleAsync(Ct));
        await browser.GetAsync("/tokens", Ct);

        await browser.PostAsync("/tokens?handler=Issue", new() { ["Form.Name"] = "x", ["Form.Scopes"] = Scope.PostsRead, ["Form.Days"] = "1", ["Form.For"] = other.ToString() }, Ct);

        Assert.False(await app.Store.DbAsync(db => db.ApiTokens.AnyAsync(t => t.Staff == other, Ct)));
        Assert.NotEmpty(Token().Match(browser.Page).Value);
    }

    [Fact]
    public async Task Given_a_form_with_faults_When_issued_Then_a_sentence_and_what_was_typed_stays()
    {
        using var browser = await app.SignInAsync("negishi", Ct);
        await browser.GetAsync("/tokens", Ct);

        await browser.PostAsync("/tokens?handler=Issue", new() { ["Form.Name"] = "残る用途", ["Form.Days"] = "30" }, Ct);
        Assert.Contains("権限を1つ以上選んでください", browser.Page, StringComparison.Ordinal);
        Assert.Contains("残る用途", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync("/tokens?handler=Issue", new() { ["Form.Name"] = "残る用途", ["Form.Scopes"] = Scope.PostsRead, ["Form.Days"] = "九" }, Ct);
        Assert.Equal("", Token().Match(browser.Page).Value);
    }

    [Fact]
    public async Task Given_the_administrators_page_When_opened_Then_it_lists_everybody_and_offers_no_personal_scope()
    {
        using var author = await app.SignInAsync("tajima", Ct);
        await author.GetAsync("/tokens", Ct);
        await author.PostAsync("/tokens?handler=Issue", new() { ["Form.Name"] = "当直の掲示板", ["Form.Scopes"] = Scope.PostsRead, ["Form.Days"] = "1" }, Ct);
        using var browser = await app.SignInAsync("horiguchi", Ct);

        using var answer = await browser.GetAsync("/tokens/all", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("当直の掲示板", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"posts:publish\"", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync("/tokens/all?handler=Issue", new() { ["Form.Name"] = "x", ["Form.Scopes"] = Scope.PostsRead, ["Form.Days"] = "1" }, Ct);
        Assert.Contains("誰として動くか", browser.Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("shirase_[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
