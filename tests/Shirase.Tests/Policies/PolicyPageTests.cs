using AngleSharp.Html.Dom;
using Shirase.Core;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>The pages of the published policy over HTTP: written inside, read by the public.</summary>
public sealed class PolicyPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_p_3_2_b_3_Given_a_draft_with_119_When_the_manager_adopts_Then_the_page_names_the_block_and_keeps_what_was_typed()
    {
        var (at, _) = await AccountAsync("p_119");
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync(at, Ct);
        await manager.PostAsync($"{at}?handler=begin", [], Ct);
        Assert.Contains("急ぐときは、110番に電話してください。", manager.Page, StringComparison.Ordinal);
        Assert.Contains("「警察署一覧のページ」を入力してください", manager.Page, StringComparison.Ordinal);

        await manager.PostAsync($"{at}?handler=adopt", Fields(manager, ("emergency-110", "急ぐときは、119番に電話してください。")), Ct);

        var refused = CaseApp.Words(Page(manager).QuerySelector("#refused"));
        Assert.Contains("急ぐときの110番", refused, StringComparison.Ordinal);
        Assert.Contains("急ぐときは、119番に電話してください。", Page(manager).QuerySelector("#text-emergency-110")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Page(manager).QuerySelectorAll("#policy-findings li"), l => l.TextContent.Contains("急ぐときの110番", StringComparison.Ordinal) && l.InnerHtml.Contains("gx-p-3-2-b-3", StringComparison.Ordinal));

        await manager.PostAsync($"{at}?handler=restore", [.. Fields(manager), new("block", "emergency-110")], Ct);
        Assert.Contains("急ぐときは、110番に電話してください。", Page(manager).QuerySelector("#text-emergency-110")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_p_6_1_Given_an_adopted_version_that_was_not_seen_When_the_page_is_opened_Then_it_says_that_publication_is_open()
    {
        var (at, account) = await AccountAsync("p_open");
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync(at, Ct);
        Assert.Contains("まだ策定されていません", manager.Page, StringComparison.Ordinal);
        await manager.PostAsync($"{at}?handler=begin", [], Ct);

        await manager.PostAsync($"{at}?handler=adopt", Answered(manager), Ct);

        Assert.Contains("策定しました", manager.Page, StringComparison.Ordinal);
        Assert.Contains("ポリシー公表 未了", manager.Page, StringComparison.Ordinal);
        Assert.Contains($"/site/gunma-police/policies/{account}", Page(manager).QuerySelector("#policy-address")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_p_3_2_c_2_Given_the_public_page_When_opened_Then_9110_and_110_can_be_tapped_and_addresses_followed()
    {
        using var anybody = app.Open();
        await anybody.GetAsync($"/site/gunma-police/policies/{await app.Office.DrillAccountAsync()}", Ct);

        var links = Page(anybody).QuerySelectorAll(".policy a").Select(a => (a.TextContent, a.GetAttribute("href"))).ToList();

        Assert.Contains(("#9110", "tel:%239110"), links);
        Assert.Contains(("110番", "tel:110"), links);
        Assert.Contains(links, l => l.TextContent == "https://www.police.pref.gunma.jp/soudan");
    }

    [Fact]
    public async Task gx_5_2_Given_the_list_of_official_accounts_When_opened_Then_it_leads_to_the_policy_in_both_languages()
    {
        using var anybody = app.Open();
        anybody.Client.DefaultRequestHeaders.Add("Cookie", "shirase-language=en");
        await anybody.GetAsync("/site/gunma-police/accounts", Ct);
        var drill = await app.Office.DrillAccountAsync();
        var link = Page(anybody).QuerySelectorAll("a").Single(a => a.GetAttribute("href") == $"/site/gunma-police/policies/{drill}");

        await anybody.GetAsync(link.GetAttribute("href")!, Ct);

        Assert.Contains("Prohibited acts", anybody.Page, StringComparison.Ordinal);
        Assert.Contains("群馬県警察Ｘ（エックス）運用ポリシー", Page(anybody).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.All(Page(anybody).QuerySelectorAll(".policy p"), p => Assert.Equal("ja", p.GetAttribute("lang")));
        Assert.Equal(14, Page(anybody).QuerySelectorAll(".policy ol").Max(o => o.QuerySelectorAll("li").Length));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync($"/site/ishikawa-police/policies/{await app.Office.DrillAccountAsync()}", Ct)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync($"/site/gunma-police/policies/{await app.Office.DrillAccountAsync()}/9", Ct)).StatusCode);
    }

    [Fact]
    public async Task gx_p_6_2_Given_two_versions_When_the_second_is_opened_Then_what_changed_stands_beside_what_was_and_the_public_reads_either()
    {
        var (at, account) = await AccountAsync("p_two");
        using var first = await app.SignInAsync("hoshino", Ct);
        await first.GetAsync(at, Ct);
        await first.PostAsync($"{at}?handler=begin", [], Ct);
        await first.PostAsync($"{at}?handler=adopt", Answered(first), Ct);
        app.Clock.Pass(TimeSpan.FromDays(1));
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync(at, Ct);
        await manager.PostAsync($"{at}?handler=begin", [], Ct);
        await manager.PostAsync($"{at}?handler=adopt", Fields(manager, ("operator", "このアカウントは、群馬県警察本部が運用します。"), ("operator:Why", "読みやすくするため"), ("Form.Why", "文の見直し")), Ct);
        Assert.Contains("策定しました", manager.Page, StringComparison.Ordinal);

        await manager.GetAsync($"{at}/2", Ct);

        var row = Assert.Single(Page(manager).QuerySelectorAll("tbody tr"));
        Assert.Contains("このアカウントは、群馬県警察本部が運用します。", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("このアカウントの運用者は、群馬県警察本部です。", row.TextContent, StringComparison.Ordinal);
        using var anybody = app.Open();
        await anybody.GetAsync($"/site/gunma-police/policies/{account}/1", Ct);
        Assert.Contains("これは現行の版ではありません", anybody.Page, StringComparison.Ordinal);
        await anybody.GetAsync($"/site/gunma-police/policies/{account}?on=2026-06-11", Ct);
        Assert.Contains("運用者は、群馬県警察本部です", anybody.Page, StringComparison.Ordinal);
        await anybody.GetAsync($"/site/gunma-police/policies/{account}", Ct);
        Assert.Contains("群馬県警察本部が運用します", anybody.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_staff_who_do_not_run_the_account_When_the_policy_is_opened_Then_it_is_read_and_not_written()
    {
        var at = $"/accounts/{await app.Office.DrillAccountAsync()}/policy-text";
        using var staff = await app.SignInAsync("tamura", Ct);
        await staff.GetAsync(at, Ct);

        Assert.Contains("第1版", staff.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"begin\"", staff.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"withdraw\"", staff.Page, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await staff.PostAsync($"{at}?handler=begin", [], Ct)).StatusCode);
    }

    private async Task<(string At, AccountId Account)> AccountAsync(string handle)
    {
        var account = await app.Office.RegisterAsync(handle, withPolicy: false);
        return ($"/accounts/{account}/policy-text", account);
    }

    private static IHtmlDocument Page(TestBrowser browser) => browser.Document();

    private static List<KeyValuePair<string, string>> Answered(TestBrowser browser) =>
        Fields(browser, ("station-list", "https://www.police.pref.gunma.jp/stations"), ("consultation-page", "https://www.police.pref.gunma.jp/soudan"));

    // Every field of the draft as a browser sends it; changes by block or question, a reason by "block:Why"
    private static List<KeyValuePair<string, string>> Fields(TestBrowser browser, params (string Of, string Value)[] changes)
    {
        var form = (IHtmlFormElement)Page(browser).QuerySelector("form:has(#save-draft)")!;
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in form.Elements.Where(e => e.GetAttribute("name") is { } n && n != "__RequestVerificationToken"))
        {
            if (control is IHtmlInputElement { Type: "checkbox", IsChecked: false } or IHtmlButtonElement)
            {
                continue;
            }

            fields.Add(new(control.GetAttribute("name")!, control is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)control).Value));
        }

        foreach (var (of, value) in changes)
        {
            if (fields.FindIndex(f => f.Key == of) is var named and >= 0)
            {
                fields[named] = new(of, value);
                continue;
            }

            var (id, part) = of.EndsWith(":Why", StringComparison.Ordinal) ? (of[..^4], "Why") : (of, "");
            var owner = fields.First(f => f.Key.EndsWith(".Id", StringComparison.Ordinal) && f.Value == id).Key[..^3];
            var name = part.Length > 0 ? $"{owner}.{part}" : owner.Contains("Answers", StringComparison.Ordinal) ? $"{owner}.Value" : $"{owner}.Text";
            fields[fields.FindIndex(f => f.Key == name)] = new(name, value);
        }

        return fields;
    }
}
