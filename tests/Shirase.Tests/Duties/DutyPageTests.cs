using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Duties;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Duties;

/// <summary>自分の期限 and the on-call list over HTTP.</summary>
public sealed class DutyPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_14_1_3_Given_a_suspected_leak_When_the_officer_opens_his_duties_Then_it_leads_with_its_clause_and_is_done_only_with_a_note()
    {
        var id = await OpenAsync("不審なサインインの通知が届いた。");
        using var officer = await app.SignInAsync("takahashi", Ct);
        await officer.GetAsync("/", Ct);
        Assert.Contains(officer.Document().QuerySelectorAll(".site-nav a"), a => a.GetAttribute("href") == "/duties");
        Assert.NotNull(officer.Document().QuerySelector($"a[href='/duties#duty-{id}']"));

        await officer.GetAsync("/duties", Ct);
        var line = officer.Document().GetElementById($"duty-{id}");
        Assert.All(
            ["期限間近", "至急", "漏えいが疑われるパスワードの変更", "2026年6月11日（木）11:00", "不審なサインインの通知が届いた。", "済むまでこのアカウントから投稿できません"],
            part => Assert.Contains(part, CaseApp.Words(line), StringComparison.Ordinal));
        Assert.NotNull(line!.QuerySelector("a.clause[href*='gx-14-1-3']"));
        Assert.NotNull(officer.Document().GetElementById("on-call"));

        await officer.PostAsync("/duties?handler=close", new() { ["id"] = id.ToString(), ["outcome"] = "", ["evidence"] = "広第12号" }, Ct);
        Assert.Contains("行ったこと、又は確かめたことを入力してください。", officer.Page, StringComparison.Ordinal);
        Assert.Equal("広第12号", officer.Document().GetElementById($"evidence-{id}")?.GetAttribute("value"));
        await officer.PostAsync("/duties?handler=close", new() { ["id"] = id.ToString(), ["outcome"] = "10時30分に変更した。" }, Ct);

        Assert.Contains("済みにしました", officer.Page, StringComparison.Ordinal);
        Assert.Null(officer.Document().GetElementById($"duty-{id}"));
        using var auditor = await app.SignInAsync("yanagida", Ct);
        await auditor.GetAsync("/duties?show=done", Ct);
        Assert.Contains("10時30分に変更した。", auditor.Page, StringComparison.Ordinal);
        Assert.Contains("高橋 大輔", auditor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_overdue_duty_When_the_manager_opens_the_page_Then_it_stands_in_the_list_of_the_body_and_in_the_csv()
    {
        var id = await OpenAsync("=1+1");
        Office.Clock.SetJapan(2026, 6, 11, 12);
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/duties?show=overdue", Ct);

        var row = Assert.Single(manager.Document().QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("漏えいが疑われる", StringComparison.Ordinal));
        Assert.Contains("期限超過", row.TextContent, StringComparison.Ordinal);
        var bytes = await manager.Client.GetByteArrayAsync(manager.Document().QuerySelector("#csv")!.GetAttribute("href"), Ct);
        var csv = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
        Assert.Equal(12, csv.Split("\r\n")[0].Split(',').Length);
        Office.Fine(await Office.CloseAsync(id, "takahashi", "変更した。"));
    }

    [Fact]
    public async Task Given_a_member_of_staff_without_a_role_When_he_opens_the_page_Then_it_says_what_it_is_for_and_shows_nothing_of_others()
    {
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync("/duties", Ct);

        Assert.Contains("済ませる期限はありません。", author.Page, StringComparison.Ordinal);
        Assert.Null(author.Document().GetElementById("all"));
        Assert.Null(author.Document().GetElementById("open"));
        await author.PostAsync("/duties?handler=open", new() { ["regulation"] = "gunma-police-x", ["rule"] = "password-at-once", ["why"] = "x" }, Ct);
        Assert.Contains("この期限の担当は広報係員です。", author.Page, StringComparison.Ordinal);
        await author.PostAsync("/duties?handler=open", new() { ["regulation"] = "gunma-police-x", ["rule"] = "examination", ["why"] = "x" }, Ct);
        Assert.Contains("この期限は見つかりません。", author.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_form_of_the_page_When_the_officer_opens_a_duty_by_hand_Then_it_is_on_his_list()
    {
        using var officer = await app.SignInAsync("mori", Ct);
        await officer.GetAsync("/duties", Ct);
        var account = officer.Document().QuerySelector("#subject-password-at-once option")!.GetAttribute("value");

        await officer.PostAsync("/duties?handler=open", new() { ["regulation"] = "gunma-police-x", ["rule"] = "password-at-once", ["subject"] = account, ["why"] = "端末を紛失した。" }, Ct);

        Assert.Contains("期限を登録し、担当に知らせました。", officer.Page, StringComparison.Ordinal);
        var duty = Assert.Single(await Office.DutiesAsync("password-at-once"), d => d.Why == "端末を紛失した。");
        Office.Fine(await Office.CloseAsync(duty.Id, "mori", "変更した。"));
    }

    [Fact]
    public async Task gx_13_4_4_Given_the_on_call_list_When_the_administrator_keeps_it_Then_all_staff_read_whom_to_telephone_and_the_journal_names_nobody()
    {
        using var admin = await app.SignInAsync("horiguchi", Ct);
        await admin.GetAsync("/on-call", Ct);
        await admin.PostAsync("/on-call", Contact("", "027-000-0000"), Ct);
        Assert.Contains("氏名と電話番号を入力してください。", admin.Page, StringComparison.Ordinal);
        await admin.PostAsync("/on-call", Contact("当番 太郎", "でんわ"), Ct);
        Assert.Contains("氏名と電話番号を入力してください。", admin.Page, StringComparison.Ordinal);
        await admin.PostAsync("/on-call", Contact("当番 太郎", "027-000-0000（内線2211）"), Ct);
        Assert.Contains("連絡先を加えました。", admin.Page, StringComparison.Ordinal);

        using var staff = await app.SignInAsync("tajima", Ct);
        await staff.GetAsync("/on-call", Ct);
        Assert.Contains("027-000-0000（内線2211）", staff.Page, StringComparison.Ordinal);
        Assert.Null(staff.Document().GetElementById("add-contact"));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsync("/on-call", Contact("だれか", "027-000-0000"), Ct)).StatusCode);
        var told = await Office.Store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Verb == "on-call.added").ToListAsync(Ct), Office.Body);
        Assert.DoesNotContain("当番", Assert.Single(told).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_english_When_the_page_is_opened_Then_nothing_japanese_but_names_is_left()
    {
        using var manager = await app.SignInAsync("hoshino", Ct);
        manager.Cookies.Add(app.Address, new Cookie("shirase-language", "en"));

        await manager.GetAsync("/duties", Ct);

        Assert.Equal("Duties", manager.Document().QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("Duties.", CaseApp.Words(manager.Document().QuerySelector("main")), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Contact(string name, string telephone) => new()
    {
        ["Form.Order"] = "1",
        ["Form.Name"] = name,
        ["Form.Post"] = "広報広聴課",
        ["Form.Telephone"] = telephone,
        ["Form.Hours"] = "夜間・休日",
    };

    private async Task<Guid> OpenAsync(string why)
    {
        var account = await Office.DrillAccountAsync();
        Office.Fine(await Office.AskAsync<KeepDuties, Refusal?>("kobayashi", (k, w) => k.OpenAsync(w, "gunma-police-x", "password-at-once", account, why, Ct)));
        return Assert.Single(await Office.DutiesAsync("password-at-once"), d => d.IsOpen && d.Why == why).Id;
    }
}
