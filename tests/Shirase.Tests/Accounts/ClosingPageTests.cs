using Microsoft.EntityFrameworkCore;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>The page 終了の手続, and the page 媒体の台帳.</summary>
public sealed class ClosingPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task to_8_1_a_Given_the_procedure_is_begun_on_its_page_When_shown_Then_it_says_what_is_missing_and_the_author_only_reads_it()
    {
        var office = Prefecture.Tochigi(app.Store);
        var page = $"/accounts/{await office.AccountAsync()}/closing";
        using var head = await app.SignInAsync("shinohara", Ct);
        await head.GetAsync(page, Ct);
        await head.PostAsync($"{page}?handler=begin", new() { ["Why"] = "" }, Ct);
        Assert.Contains("終了の理由を入力してください", head.Page, StringComparison.Ordinal);
        await head.PostAsync($"{page}?handler=begin", new() { ["Why"] = "利用者が減ったため" }, Ct);
        await head.GetAsync(page, Ct);

        Assert.Contains("廃止を、このアカウントで30日間知らせてから終了します", CaseApp.Words(head.Document().QuerySelector("#blocking")), StringComparison.Ordinal);
        Assert.NotNull(head.Document().QuerySelector("#prove"));
        using var author = await app.SignInAsync("tomoko", Ct);
        await author.GetAsync(page, Ct);
        Assert.Contains("利用者が減ったため", author.Page, StringComparison.Ordinal);
        Assert.Null(author.Document().QuerySelector("#prove"));
        await app.Store.DbAsync(db => db.AccountClosings.ExecuteDeleteAsync(Ct), SampleCast.Tochigi);
    }

    [Fact]
    public async Task ok_2_Given_the_register_of_platforms_When_the_office_enters_one_Then_it_says_whether_the_document_is_about_it_and_others_only_read()
    {
        using var office = await app.SignInAsync("ono", Ct);
        await office.GetAsync("/accounts/platforms", Ct);
        await office.PostAsync("/accounts/platforms?handler=enter", new() { ["Form.Name"] = "写真の広場", ["Form.IsService"] = "true" }, Ct);
        Assert.Contains("両方に答えてください", office.Page, StringComparison.Ordinal);
        await office.PostAsync("/accounts/platforms?handler=enter", new() { ["Form.Name"] = "写真の広場", ["Form.IsService"] = "true", ["Form.IsTwoWay"] = "true" }, Ct);
        await office.GetAsync("/accounts/platforms", Ct);
        var row = office.Document().QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("写真の広場", StringComparison.Ordinal));
        Assert.Contains("対象（申請が必要）", row.TextContent, StringComparison.Ordinal);

        await office.PostAsync("/accounts/platforms?handler=baseline", new() { ["ratings[abuse]"] = "2", ["ratings[flare-up]"] = "9", ["why"] = "見直し" }, Ct);
        Assert.Contains("「炎上」の評価を1～5で入力してください", office.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"9\"", office.Page, StringComparison.Ordinal);

        using var staff = await app.SignInAsync("namba", Ct);
        await staff.GetAsync("/accounts/platforms", Ct);
        Assert.Null(staff.Document().QuerySelector("#enter-platform"));
    }
}
