using System.Net;
using System.Text;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>点検の統計 over HTTP: which rules help, which annoy, and who kept what and why.</summary>
public sealed class ChecksPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    [Fact]
    public async Task Given_a_warning_kept_with_a_reason_When_the_officer_follows_the_rule_Then_who_when_words_reason_and_case_stand_there()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var id = await KeptAsync("主催者の案内のとおりに書くため");
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync("/", Ct);
        Assert.Contains(officer.Document().QuerySelectorAll(".site-nav a"), a => a.GetAttribute("href") == "/checks");

        await officer.GetAsync("/checks", Ct);
        var row = officer.Document().GetElementById("rule-date-weekday")!;
        var counts = row.QuerySelectorAll("td").Select(CaseApp.Words).ToList();
        await officer.GetAsync(row.QuerySelector("th a")!.GetAttribute("href")!, Ct);

        Assert.Equal(["1", "1", "0", "1", "0", "0", "1", "0"], counts);
        var kept = CaseApp.Words(officer.Document().QuerySelector("tbody tr"));
        Assert.All(["2026年6月11日", "田村", "前橋警察署", "木", "主催者の案内のとおりに書くため", (await Office.ReadAsync(id)).Number], part => Assert.Contains(part, kept, StringComparison.Ordinal));
        Assert.NotNull(officer.Document().QuerySelector($"a[href='/posts/{id}']"));
    }

    [Theory]
    [InlineData("ja", "この月に点検の指摘はありません", "2025年1月")]
    [InlineData("en", "No findings in this month", "January 2025")]
    public async Task Given_a_month_without_findings_When_looked_at_Then_the_page_says_so(string language, string none, string month)
    {
        using var auditor = await app.SignInAsync("yanagida", Ct);
        auditor.Cookies.Add(app.Address, new Cookie("shirase-language", language));

        await auditor.GetAsync("/checks?Month=2025-01", Ct);

        Assert.Contains(none, auditor.Page, StringComparison.Ordinal);
        Assert.Equal(month, auditor.Document().QuerySelector("#Month option[selected]")!.TextContent);
        Assert.DoesNotContain("Records.", auditor.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("/checks?Month=13th&Unit=none", Ct)).StatusCode);
    }

    [Fact]
    public async Task Given_findings_When_saved_as_csv_Then_a_row_has_every_column_and_no_words_of_the_text()
    {
        app.Clock.SetJapan(2026, 7, 2);
        await KeptAsync("案内の原文のとおり");
        using var manager = await app.SignInAsync("hoshino", Ct);

        using var answer = await manager.GetAsync("/checks?handler=csv&Month=2026-07", Ct);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct)).Trim().Split("\r\n");
        Assert.Equal(11, lines[0].Split(',').Length);
        Assert.Contains(lines, l => l.EndsWith("date-weekday,gx-13-4-3,1,1,0,1,0,0,1,0", StringComparison.Ordinal));
        Assert.DoesNotContain("防犯教室", string.Concat(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_author_or_an_administrator_When_they_ask_Then_the_author_is_refused_and_the_administrator_sees_counts_but_no_case()
    {
        app.Clock.SetJapan(2026, 8, 6);
        await KeptAsync("行事名のとおり");
        using var author = await app.SignInAsync("tamura", Ct);
        using var administrator = await app.SignInAsync("horiguchi", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, (await author.GetAsync("/checks", Ct)).StatusCode);
        await administrator.GetAsync("/checks?Month=2026-08", Ct);
        Assert.NotNull(administrator.Document().GetElementById("rule-date-weekday"));
        await administrator.GetAsync("/checks/gunma-police-x/date-weekday", Ct);
        Assert.DoesNotContain("行事名のとおり", administrator.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/checks/gunma-police-x/no-such-rule", Ct)).StatusCode);
    }

    // Desired a week later, so that no short notice is asked; the weekday is wrong on purpose
    private async Task<PostApplicationId> KeptAsync(string reason)
    {
        var day = app.Clock.Now.AddHours(9).Date.AddDays(15);
        var wrong = "日月火水木金土"[((int)day.DayOfWeek + 6) % 7];
        var id = await Office.BeginAsync(await Office.ContentAsync($"{day.Month}月{day.Day}日（{wrong}）に前橋警察署で防犯教室を開催します。") with
        {
            DesiredAt = new DateTimeOffset(day.AddDays(-8).AddHours(10), TimeSpan.FromHours(9)),
        });
        var finding = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id)).Finding;
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [finding.Key] = reason };
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
        Office.Fine(await Office.SubmitAsync(id));
        return id;
    }
}
