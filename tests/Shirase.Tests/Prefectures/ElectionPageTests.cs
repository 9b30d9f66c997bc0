using Microsoft.EntityFrameworkCore;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>The calendar of elections on its page and at the decision.</summary>
public sealed class ElectionPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task to_6_1_i_3_Given_an_election_in_the_calendar_When_a_draft_on_a_politicians_visit_is_decided_on_Then_the_prompt_of_the_time_shows_that_entry()
    {
        app.Clock.SetJapan(2026, 5, 14, 10);
        using var head = await app.SignInAsync("shinohara", Ct);
        await head.GetAsync("/elections", Ct);
        await head.PostAsync(
            "/elections",
            [new("Form.Name", "県議会議員補欠選挙"), new("Form.From.Year", "2026"), new("Form.From.Month", "5"), new("Form.From.Day", "8"), new("Form.To.Year", "2026"), new("Form.To.Month", "5"), new("Form.To.Day", "17")], Ct);
        Assert.Contains("登録しました。", head.Page, StringComparison.Ordinal);
        var tochigi = Prefecture.Tochigi(app.Store);
        var id = await tochigi.BeginAsync(await tochigi.ContentAsync("知事が道の駅を訪れ、特産品の紹介に加わります。"));
        Office.Fine(await tochigi.SubmitAsync(id));

        using var approver = await app.SignInAsync("omori", Ct);
        await approver.GetAsync($"/posts/{id}/decision", Ct);
        var line = CaseApp.Words(approver.Document().QuerySelector("#line-effects")!.ParentElement);
        await app.Store.DbAsync(db => db.ElectionPeriods.ExecuteDeleteAsync(Ct));

        Assert.Contains("時期", line, StringComparison.Ordinal);
        Assert.Contains("県議会議員補欠選挙", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_staff_without_a_seat_of_the_head_When_the_calendar_is_opened_Then_it_is_read_only()
    {
        using var staff = await app.SignInAsync("tomoko", Ct);
        await staff.GetAsync("/elections", Ct);

        Assert.Contains("選挙の期間の暦", staff.Page, StringComparison.Ordinal);
        Assert.Null(staff.Document().QuerySelector("#add-election"));
    }
}
