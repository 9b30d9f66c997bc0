using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Storage;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>What the pages show of an account of a prefecture.</summary>
public sealed class PrefecturePageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ok_4_5_a_Given_an_account_When_the_public_list_is_opened_Then_its_kind_stands_there()
    {
        using var anybody = app.Open();
        await anybody.GetAsync("/site/okayama/accounts", Ct);

        Assert.Contains("訓練", anybody.Page, StringComparison.Ordinal);
        Assert.Contains("okayama_kanko_sample", anybody.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_3_a_Given_the_policy_When_opened_Then_the_kind_comes_from_the_register_and_cannot_be_typed_over()
    {
        using var head = await PolicyAsync("miyake");

        Assert.Contains("訓練", head.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Form.Kind\"", head.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_3_i_1_Given_the_policy_When_opened_Then_name_and_handle_come_from_the_register()
    {
        using var head = await PolicyAsync("miyake");

        Assert.Contains("岡山県観光課 @okayama_kanko_sample", head.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_3_i_3_Given_the_policy_When_opened_Then_the_operating_unit_comes_from_the_register()
    {
        using var head = await PolicyAsync("miyake");

        Assert.Contains("観光課", head.Page, StringComparison.Ordinal);
        Assert.Contains("save-policy", head.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_2_a_Given_staff_who_are_not_the_head_When_the_policy_is_opened_Then_it_is_read_only()
    {
        using var staff = await PolicyAsync("namba");

        Assert.DoesNotContain("save-policy", staff.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_3_i_4_Given_the_head_of_a_unit_When_the_desk_is_opened_Then_it_speaks_of_this_documents_seats_and_of_nobody_elses()
    {
        using var head = await app.SignInAsync("miyake", Ct);
        await head.GetAsync("/desk", Ct);

        Assert.Contains("確認者の審査が済んだ申請がここに並びます。", head.Page, StringComparison.Ordinal);
        Assert.All(["運用管理者", "運用責任者", "広報係員", "執務時間", "広報広聴課"], word => Assert.DoesNotContain(word, head.Page, StringComparison.Ordinal));

        using var gunma = await app.SignInAsync("hoshino", Ct);
        await gunma.GetAsync("/desk", Ct);
        Assert.Contains("運用責任者の審査が済んだ申請がここに並びます。", gunma.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tomoko", "観光・イベントの案内", "特産品の紹介", "災害時の案内", "範囲外（理由）")]
    [InlineData("namba", "観光地・イベントの案内", "交通・施設の案内", "災害時の観光客への案内", "その他（理由）")]
    public async Task to_5_1_a_2_Given_a_policy_with_three_categories_When_the_form_is_opened_Then_only_these_and_outside_are_offered(string login, params string[] offered)
    {
        using var author = await app.SignInAsync(login, Ct);
        await author.GetAsync("/posts/new", Ct);

        var choices = author.Document().QuerySelectorAll("input[name=Category]");

        Assert.Equal([.. offered[..3], "outside"], choices.Select(c => c.GetAttribute("value")));
        Assert.Contains(offered[3], CaseApp.Words(choices[3].ParentElement), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_2_a_Given_a_sender_When_the_register_in_the_menu_is_opened_Then_the_policy_of_the_account_is_one_click_away()
    {
        using var sender = await app.SignInAsync("namba", Ct);
        await sender.GetAsync("/", Ct);
        Assert.NotNull(sender.Document().QuerySelector(".site-nav a[href='/accounts']"));

        await sender.GetAsync("/accounts", Ct);
        var row = sender.Document().QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("okayama_kanko_sample", StringComparison.Ordinal));
        var link = Assert.Single(row.QuerySelectorAll("a[href*=policy]"));
        await sender.GetAsync(link.GetAttribute("href")!, Ct);

        Assert.Contains("岡山県観光課 @okayama_kanko_sample", sender.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_3_e_1_Given_hours_beyond_the_duty_hours_When_entered_Then_the_page_says_that_the_rest_needs_an_emergency_clause()
    {
        var office = Prefecture.Okayama(app.Store);
        Office.Fine(await office.PolicyAsync(p => p with { From = new(9, 0), To = new(21, 0) }));
        using var head = await PolicyAsync("miyake");
        var words = CaseApp.Words(head.Document().QuerySelector("main"));
        Office.Fine(await office.PolicyAsync(p => p with { From = new(9, 0), To = new(17, 0) }));

        Assert.Contains("9:00～21:00", words, StringComparison.Ordinal);
        Assert.Contains("9:00～17:15", words, StringComparison.Ordinal);
        Assert.Contains("緊急時の定め", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_4_i_Given_a_block_on_our_own_content_only_When_entered_Then_the_missing_part_on_users_is_pointed_out()
    {
        var office = Prefecture.Okayama(app.Store);
        Office.Fine(await office.PolicyAsync(p => p with { IntellectualProperty = "県の投稿の権利は県にある。" }));
        using var head = await PolicyAsync("miyake");
        var lacking = CaseApp.Words(head.Document().QuerySelector("main"));
        Office.Fine(await office.PolicyAsync(p => p with { IntellectualProperty = "県の投稿の権利は県に、利用者の投稿の権利は利用者にある。" }));
        await head.GetAsync(head.Where, Ct);

        Assert.Contains("利用者の投稿の権利についての定めがありません", lacking, StringComparison.Ordinal);
        Assert.DoesNotContain("利用者の投稿の権利についての定めがありません", head.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_4_4_u_Given_an_empty_disclaimer_When_adopted_Then_refused_by_name_and_the_four_model_texts_are_offered()
    {
        using var head = await PolicyAsync("miyake");
        var seen = head.Document().QuerySelector("[name='Form.Seen']")!.GetAttribute("value")!;
        await head.PostAsync(head.Where + "?handler=save", new() { ["Form.Seen"] = seen, ["Form.Disclaimer"] = "", ["Form.Points"] = "terms-adopted", ["Form.Why"] = "見直し" }, Ct);

        Assert.Contains("免責事項", CaseApp.Words(head.Document().GetElementById("refused")), StringComparison.Ordinal);
        var offered = head.Document().QuerySelectorAll("button[name='insert'][value^='Disclaimer.']").Select(b => b.GetAttribute("value")).ToList();
        Assert.Equal(["Disclaimer.accuracy", "Disclaimer.damage", "Disclaimer.comments", "Disclaimer.disputes"], offered);
    }

    [Fact]
    public async Task to_5_1_a_4_Given_the_model_texts_When_one_is_taken_Then_it_stands_behind_what_was_written_and_nothing_is_saved()
    {
        using var head = await PolicyAsync("shinohara", "tochigi");
        var seen = head.Document().QuerySelector("[name='Form.Seen']")!.GetAttribute("value")!;
        var before = (await Prefecture.Tochigi(app.Store).PolicyAsync(await Prefecture.Tochigi(app.Store).AccountAsync()))!.Number;
        await head.PostAsync(head.Where + "?handler=insert", new() { ["Form.Seen"] = seen, ["Form.OtherMethods"] = "夜間は返信しない。", ["insert"] = "OtherMethods.contact" }, Ct);

        var written = head.Document().QuerySelector("[name='Form.OtherMethods']")!.TextContent;
        Assert.StartsWith("夜間は返信しない。", written.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("お問い合わせは、県公式ホームページ", written, StringComparison.Ordinal);
        Assert.Equal(before, (await Prefecture.Tochigi(app.Store).PolicyAsync(await Prefecture.Tochigi(app.Store).AccountAsync()))!.Number);
    }

    [Fact]
    public async Task ok_4_5_b_Given_an_account_that_ended_When_the_public_list_is_opened_Then_it_stands_there_as_ended_with_its_day()
    {
        var office = Prefecture.Okayama(app.Store);
        var account = await office.SecondAccountAsync("okayama_matsuri_owari");
        await app.Store.DbAsync(
            async db =>
            {
                (await db.Accounts.SingleAsync(a => a.Id == account, Ct)).End(new DateOnly(2026, 4, 30), app.Clock.Now);
                return await db.SaveChangesAsync(Ct);
            },
            office.Body);

        using var anybody = app.Open();
        await anybody.GetAsync("/site/okayama/accounts", Ct);

        var entry = anybody.Document().QuerySelectorAll("main li, main section, main article").Where(e => e.TextContent.Contains("okayama_matsuri_owari", StringComparison.Ordinal)).Select(CaseApp.Words).OrderBy(w => w.Length).First();
        Assert.Contains("終了", entry, StringComparison.Ordinal);
        Assert.Contains("2026年4月30日", entry, StringComparison.Ordinal);
    }

    private async Task<TestBrowser> PolicyAsync(string login, string body = "okayama")
    {
        var browser = await app.SignInAsync(login, Ct);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(new BodyId(body));
        var of = new BodyId(body);
        var account = await scope.ServiceProvider.GetRequiredService<ShiraseDb>().Accounts.Where(a => a.Body == of).OrderBy(a => a.Since).FirstAsync(Ct);
        await browser.GetAsync($"/accounts/{account.Id}/published-policy", Ct);
        return browser;
    }
}
