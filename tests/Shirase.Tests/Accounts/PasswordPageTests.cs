using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>The page of a kept password: proposed, entered, opened once, listed.</summary>
public sealed class PasswordPageTests(XApp app) : IClassFixture<XApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_14_1_1_Given_a_PR_officer_When_the_password_is_entered_and_opened_Then_it_is_shown_once_and_the_page_lists_who_saw_it()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var at = $"/accounts/{await app.EnterAsync(app.Server.AddUser(), isConnected: false)}/password";
        using var officer = await app.SignInAsync("takahashi", Ct);
        await officer.GetAsync("/accounts", Ct);
        Assert.Contains($"href=\"{at}\"", officer.Page, StringComparison.Ordinal);

        await officer.GetAsync(at, Ct);
        Assert.Contains("登録されたパスワードはありません", officer.Page, StringComparison.Ordinal);
        await officer.PostAsync($"{at}?handler=propose", new Dictionary<string, string?>(), Ct);
        var proposed = officer.Document().QuerySelector("#Password")!.GetAttribute("value");
        Assert.Equal(20, proposed!.Length);
        await officer.PostAsync($"{at}?handler=set", new Dictionary<string, string?> { ["Password"] = "weak" }, Ct);
        Assert.Contains("16文字以上で英字・数字・記号", officer.Document().QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
        await officer.PostAsync($"{at}?handler=set", new Dictionary<string, string?> { ["Password"] = PasswordIntents.Good }, Ct);
        Assert.Contains("認証情報保管庫 第", officer.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(PasswordIntents.Good, officer.Page, StringComparison.Ordinal);

        await officer.PostAsync($"{at}?handler=open", new Dictionary<string, string?> { ["Why"] = "機種変更で再ログインするため" }, Ct);
        Assert.Equal(PasswordIntents.Good, officer.Document().QuerySelector("#opened")!.TextContent);
        await officer.GetAsync(at, Ct);
        Assert.DoesNotContain(PasswordIntents.Good, officer.Page, StringComparison.Ordinal);
        Assert.Contains("機種変更で再ログインするため", officer.Document().QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync(at, Ct);
        Assert.Contains("機種変更で再ログインするため", manager.Document().QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync(at, Ct);
        Assert.Null(author.Document().QuerySelector("table"));
        await author.PostAsync($"{at}?handler=open", new Dictionary<string, string?> { ["Why"] = "見たい" }, Ct);
        Assert.Contains("この操作は記録されました", author.Document().QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(PasswordIntents.Good, author.Page, StringComparison.Ordinal);
    }
}
