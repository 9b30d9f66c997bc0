using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>The pages of the registers, by HTTP.</summary>
public sealed class RegisterPageTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/people", "根岸 正明")]
    [InlineData("/people/import", "ログイン名")]
    [InlineData("/units", "長野原警察署")]
    [InlineData("/terminals", "HP管理用端末")]
    [InlineData("/accounts", "@gunma_police")]
    [InlineData("/settings", "規程に定めなし・初期値")]
    public async Task Given_the_administrator_When_a_register_is_opened_Then_it_shows_the_body_s_entries(string address, string expected)
    {
        using var browser = await app.SignInAsync("horiguchi", Ct);

        var answer = await browser.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(expected, browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Registers.", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("People.", browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/units")]
    [InlineData("/terminals")]
    public async Task Given_somebody_without_the_seat_When_a_register_is_opened_Then_forbidden(string address)
    {
        using var browser = await app.SignInAsync("tamura", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address, Ct)).StatusCode);
    }

    [Fact]
    public async Task Given_another_body_s_administrator_When_a_person_is_opened_Then_there_is_none()
    {
        using var browser = await app.SignInAsync("ishikawa-admin", Ct);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/people/{await IdAsync("tamura")}", Ct)).StatusCode);
    }

    [Fact]
    public async Task Given_a_new_person_When_entered_and_transferred_Then_both_postings_stand_on_the_page()
    {
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await browser.GetAsync("/people", Ct);
        await browser.PostAsync("/people", new()
        {
            ["Form.Login"] = "page-person",
            ["Form.Name"] = "<script>頁</script>",
            ["Form.Posting.Unit"] = await UnitAsync("numata"),
            ["Form.Posting.Post"] = "係員",
            ["Form.Posting.Rank"] = "Junsa",
            ["Form.Posting.From.Year"] = "令和8",
            ["Form.Posting.From.Month"] = "4",
            ["Form.Posting.From.Day"] = "1",
        }, Ct);
        Assert.StartsWith("/people/", browser.Where, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>頁", browser.Page, StringComparison.Ordinal);

        await browser.PostAsync($"{browser.Where}?handler=Transfer", new()
        {
            ["Posting.Unit"] = await UnitAsync("shibukawa"),
            ["Posting.Post"] = "主任",
            ["Posting.Rank"] = "JunsaBucho",
            ["Posting.From.Year"] = "2026",
            ["Posting.From.Month"] = "7",
            ["Posting.From.Day"] = "1",
        }, Ct);

        Assert.Contains("異動を登録しました", browser.Page, StringComparison.Ordinal);
        Assert.Contains("2026-04-01 から 2026-06-30 まで", browser.Page, StringComparison.Ordinal);
        Assert.Contains("渋川警察署", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_3_0_1_Given_the_page_of_another_division_s_staff_When_PR_officer_is_chosen_Then_the_sentence_names_the_division()
    {
        using var browser = await app.SignInAsync("horiguchi", Ct);
        var at = $"/people/{await IdAsync("nakajima")}";
        await browser.GetAsync(at, Ct);

        await browser.PostAsync($"{at}?handler=Appoint", new()
        {
            ["Role.Role"] = "gunma-police-x/pr-officer",
            ["Role.From.Year"] = "2026",
            ["Role.From.Month"] = "6",
            ["Role.From.Day"] = "11",
        }, Ct);

        Assert.Contains("広報広聴課に所属する職員に限り付与できます", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_list_When_saved_as_CSV_Then_it_has_the_mark_and_no_formula()
    {
        using var browser = await app.SignInAsync("horiguchi", Ct);
        await browser.GetAsync("/units", Ct);
        await browser.PostAsync("/units", new() { ["Form.Code"] = "x-unit", ["Form.Name"] = "=HYPERLINK(\"x\")", ["Form.NameEn"] = "X", ["Form.Mark"] = "x" }, Ct);

        var bytes = await browser.Client.GetByteArrayAsync("/units?handler=Csv", Ct);

        Assert.Equal([.. Encoding.UTF8.Preamble], bytes[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_3_1_b_1_Given_the_manager_When_the_account_is_stopped_Then_it_is_on_record_the_notice_is_owed_and_the_officer_may_not()
    {
        var account = await app.Store.DbAsync(db => db.Accounts.Where(a => a.Handle == "gunma_police").Select(a => a.Id).SingleAsync(Ct));
        using var officer = await app.SignInAsync("takahashi", Ct);
        await officer.GetAsync("/security", Ct);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync($"/accounts/{account}?handler=Stop", new() { ["Why"] = "疑い" }, Ct)).StatusCode);
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync($"/accounts/{account}", Ct);

        await manager.PostAsync($"/accounts/{account}?handler=Stop", new() { ["Why"] = "" }, Ct);
        Assert.Contains("理由を入力してください", manager.Page, StringComparison.Ordinal);
        await manager.PostAsync($"/accounts/{account}?handler=Stop", new() { ["Why"] = "乗っ取りの疑い" }, Ct);
        Assert.Contains("停止しました", manager.Page, StringComparison.Ordinal);
        Assert.Equal("/incidents", manager.Where);
        Assert.Contains("公表 未了", manager.Page, StringComparison.Ordinal);
        var stop = await app.Store.DbAsync(db => db.AccountStops.Select(s => s.Id).SingleAsync(Ct));
        await manager.PostAsync("/incidents?handler=Prove", new() { ["id"] = stop.ToString(), ["told"] = "Stop", ["address"] = "https://example.com/<b>" }, Ct);
        Assert.Contains("自団体のサイト", manager.Page, StringComparison.Ordinal);
        Assert.Contains("https://example.com/&lt;b&gt;", manager.Page, StringComparison.Ordinal);

        Assert.Equal(1, await app.Store.DbAsync(db => db.Journal.CountAsync(j => j.Verb == "account.stopped", Ct)));
        await app.Store.DbAsync(db => db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.State, Shirase.Core.Accounts.AccountState.Active), Ct));
    }

    [Fact]
    public async Task gx_11_2_Given_the_officer_s_page_When_permission_is_given_Then_it_is_listed_with_its_end()
    {
        using var browser = await app.SignInAsync("kobayashi", Ct);
        await browser.GetAsync("/terminals/overrides", Ct);

        await browser.PostAsync("/terminals/overrides", new() { ["Form.To"] = await IdAsync("mori"), ["Form.Why"] = "端末の故障" }, Ct);

        Assert.Contains("端末の故障", browser.Page, StringComparison.Ordinal);
    }

    private Task<string> IdAsync(string login) => app.Store.DbAsync(async db =>
        (await db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync(Ct)).ToString());

    private Task<string> UnitAsync(string code) => app.Store.DbAsync(async db =>
        (await db.Units.Where(u => u.Code == code && u.Body == new BodyId("gunma-police")).Select(u => u.Id).SingleAsync(Ct)).ToString());
}
