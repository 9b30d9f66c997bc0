using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Regulations.Local;

/// <summary>団体の設定 over HTTP: what is shown to whom, a change that was tried before, and its undoing.</summary>
public sealed class SettingsPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private const string Change = "/settings/gunma-police-x/change?kind=setting&subject=";
    private const string Why = "広第45号 運用管理者決裁";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await app.Store.DbAsync(db => db.LocalRules.ExecuteDeleteAsync(Ct));

    [Fact]
    public async Task gx_12_2_2_Given_the_manager_When_a_figure_is_tried_and_changed_Then_it_is_told_shown_kept_and_taken_back()
    {
        await Office.ReadyAsync(await Office.ContentAsync());
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/", Ct);
        Assert.NotNull(manager.Document().QuerySelector(".site-nav a[href='/settings']"));
        await manager.GetAsync("/settings", Ct);
        Assert.Contains("団体の設定はありません", manager.Page, StringComparison.Ordinal);
        await manager.GetAsync(manager.Document().GetElementById("change-lead-days")!.GetAttribute("href")!, Ct);
        Assert.Contains("7から400までの数", manager.Page, StringComparison.Ordinal);
        Assert.Equal("7", manager.Document().GetElementById("Form-Value")!.GetAttribute("value"));

        await manager.PostAsync(Change + "lead-days&handler=try", Entry("10"), Ct);
        Assert.Contains("最近の1件に当てた結果", CaseApp.Words(manager.Document().GetElementById("tried")), StringComparison.Ordinal);
        Assert.Equal("10", manager.Document().GetElementById("Form-Value")!.GetAttribute("value"));
        Assert.Equal(0, await app.Store.DbAsync(db => db.LocalRules.CountAsync(Ct)));

        await manager.PostAsync(Change + "lead-days&handler=set", Entry("6"), Ct);
        var refused = manager.Document().GetElementById("refused");
        Assert.Contains("規程より緩くはできません", CaseApp.Words(refused), StringComparison.Ordinal);
        Assert.NotNull(refused!.QuerySelector("a.clause[href*='gx-12-2-2']"));
        Assert.Equal(Why, manager.Document().GetElementById("Form-Why")!.TextContent.Trim());

        await manager.PostAsync(Change + "lead-days&handler=set", Entry("10"), Ct);
        Assert.Contains("変更しました", manager.Page, StringComparison.Ordinal);
        Assert.Contains("団体の設定（元は7 日）", manager.Page, StringComparison.Ordinal);
        var rule = await app.Store.DbAsync(db => db.LocalRules.SingleAsync(Ct));
        using (var author = await app.SignInAsync("tamura", Ct))
        {
            await author.GetAsync("/settings", Ct);
            Assert.All(["10 日", "星野", Why, "団体全体"], part => Assert.Contains(part, CaseApp.Words(author.Document().GetElementById($"rule-{rule.Id}")), StringComparison.Ordinal));
            Assert.Null(author.Document().QuerySelector("[id^=change-], [id^=end-], #add-words"));
            Assert.Equal(HttpStatusCode.Forbidden, (await author.PostAsync("/settings?handler=end", new() { ["id"] = rule.Id.ToString(), ["why"] = "x" }, Ct)).StatusCode);
        }

        await manager.GetAsync("/settings", Ct);
        await manager.PostAsync("/settings?handler=end", new() { ["id"] = rule.Id.ToString(), ["why"] = "試行の終了" }, Ct);
        Assert.Contains("規程の定めに戻ります", manager.Page, StringComparison.Ordinal);
        var csv = await manager.GetAsync("/settings?regulation=gunma-police-x&handler=csv", Ct);
        Assert.Contains("試行の終了", await csv.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_4_Given_the_head_of_a_unit_in_Ishikawa_When_he_adds_words_Then_they_hold_for_his_unit_and_the_terminal_cannot_be_left_out()
    {
        using var head = await app.SignInAsync("nishida", Ct);
        await head.GetAsync("/settings", Ct);
        await head.GetAsync(head.Document().GetElementById("add-words")!.GetAttribute("href")!, Ct);
        Assert.Contains("交通企画課", head.Page, StringComparison.Ordinal);
        var action = head.Document().QuerySelector("main form")!.GetAttribute("action")!;
        var scope = head.Document().QuerySelector("[name='Form.Scope']")!.GetAttribute("value")!;

        await head.PostAsync(action, new() { ["Form.Words"] = "", ["Form.Effect"] = "Refuse", ["Form.Clause"] = "is-t-3-6", ["Form.Scope"] = scope, ["Form.Why"] = Why }, Ct);
        Assert.Contains("１行に一つずつ", CaseApp.Words(head.Document().GetElementById("refused")), StringComparison.Ordinal);
        await head.PostAsync(action, new() { ["Form.Words"] = "ポケモン\r\nドローン", ["Form.Effect"] = "Refuse", ["Form.Says"] = "商品名です。", ["Form.Clause"] = "is-t-3-6", ["Form.Scope"] = scope, ["Form.Why"] = Why }, Ct);
        Assert.Contains("ポケモン、ドローン", head.Page, StringComparison.Ordinal);

        await head.PostAsync("/settings/ishikawa-police-sns/change?kind=without&subject=gate:terminal&handler=set", new() { ["Form.Scope"] = scope, ["Form.Why"] = Why }, Ct);
        Assert.NotNull(head.Document().GetElementById("refused")!.QuerySelector("a.clause[href*='is-2-3']"));
    }

    [Theory]
    [InlineData("/settings/gunma-police-x/change?kind=setting&subject=none")]
    [InlineData("/settings/gunma-police-x/change?kind=none&subject=lead-days")]
    [InlineData("/settings/tochigi-social-media/change?kind=setting&subject=silent-days")]
    [InlineData("/settings/nothing/change?kind=words")]
    public async Task Given_an_address_of_nothing_When_opened_Then_it_is_not_there(string address)
    {
        using var manager = await app.SignInAsync("hoshino", Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(address, Ct)).StatusCode);
    }

    private static Dictionary<string, string?> Entry(string value) => new() { ["Form.Value"] = value, ["Form.Scope"] = "", ["Form.Why"] = Why };
}
