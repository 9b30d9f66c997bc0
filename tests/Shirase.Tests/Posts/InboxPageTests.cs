using System.Net;
using Shirase.Core;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

public sealed class InboxPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
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
    public async Task gx_12_3_1_Given_several_forms_When_the_manager_assigns_them_at_once_Then_all_wait_for_the_officer()
    {
        var (one, two) = (await SentAsync(), await SentAsync());
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/posts/inbox", Ct);

        await manager.PostAsync("/posts/inbox?handler=assign", [new("Chosen", one.ToString()), new("Chosen", two.ToString()), new("Instruction", "優先して")], Ct);

        Assert.Contains("2件の検討を運用責任者に指示しました", manager.Page, StringComparison.Ordinal);
        Assert.Equal(("examination", "examination"), ((await Office.ReadAsync(one)).Step, (await Office.ReadAsync(two)).Step));
        Assert.Equal("優先して", (await Office.ReadAsync(one)).Decisions[^1].Opinion);
    }

    [Fact]
    public async Task gx_12_3_1_Given_a_standing_instruction_When_a_form_is_received_Then_its_course_cites_it_until_it_ends()
    {
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/posts/inbox", Ct);
        await manager.PostAsync("/posts/inbox?handler=give", new() { ["StandingText"] = "直ちに検討すること" }, Ct);
        var during = await SentAsync();
        await manager.GetAsync("/posts/inbox", Ct);
        Assert.Contains("直ちに検討すること", manager.Page, StringComparison.Ordinal);
        await manager.PostAsync("/posts/inbox?handler=end", new Dictionary<string, string?>(), Ct);
        var after = await SentAsync();

        Assert.Equal(("examination", "assignment"), ((await Office.ReadAsync(during)).Step, (await Office.ReadAsync(after)).Step));
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync($"/posts/{during}", Ct);
        Assert.Contains("直ちに検討すること", CaseApp.Words((await CaseApp.SeenAsync(officer, Ct)).QuerySelector("#course-list")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_3_1_a_2_Given_cases_in_every_state_When_the_manager_opens_the_inbox_Then_the_counts_are_exact()
    {
        await using var fresh = new CaseApp();
        await fresh.InitializeAsync();
        var office = fresh.Office;
        office.Clock.SetJapan(2026, 6, 11);
        foreach (var _ in new[] { 1, 2 })
        {
            var id = await office.BeginAsync(await office.ContentAsync());
            Office.Fine(await office.SubmitAsync(id));
            Office.Fine(await office.CheckAsync(id));
            Office.Fine(await office.ApproveAsync(id, "negishi"));
            Office.Fine(await office.AssignAsync(id));
        }

        var scheduled = await office.ReadyAsync(await office.ContentAsync());
        Office.Fine(await office.PublishAsync(scheduled, at: office.Clock.Now.AddHours(4)));
        var published = await office.PublishedAsync(await office.ContentAsync());
        Office.Fine(await office.AskAsync<Shirase.Posts.Removing, Refusal?>("sekiguchi", (r, w) => r.ReportErrorAsync(published, w, "日付が違う", Ct)));
        using var manager = await fresh.SignInAsync("hoshino", Ct);

        await manager.GetAsync("/posts/inbox", Ct);

        var page = await CaseApp.SeenAsync(manager, Ct);
        string Count(string key) => CaseApp.Words(page.QuerySelector($"#count-{key}"));
        Assert.Equal(("2", "1", "1", "1", "0", "0"), (Count("InExamination"), Count("Scheduled"), Count("Published"), Count("ErrorReports"), Count("Ready"), Count("ToAssign")));
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/posts/{scheduled}");
        // Each opens its record in one click
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=group-InExamination] a[href^='/posts/']").Length);
        Assert.Contains(page.QuerySelectorAll("section[aria-labelledby=group-ErrorReports] a"), a => a.GetAttribute("href") == $"/posts/{published}");
        Assert.Contains("運用中", CaseApp.Words(page.QuerySelector("#account-states")), StringComparison.Ordinal);
        Assert.Equal("0", Count("Overdue"));
    }

    [Fact]
    public async Task gx_3_1_a_2_Given_a_form_that_nobody_assigned_by_evening_and_a_stopped_account_When_the_manager_opens_the_inbox_Then_both_stand_there()
    {
        await using var fresh = new CaseApp();
        await fresh.InitializeAsync();
        var office = fresh.Office;
        office.Clock.SetJapan(2026, 6, 11);
        var id = await office.BeginAsync(await office.ContentAsync());
        Office.Fine(await office.SubmitAsync(id));
        Office.Fine(await office.CheckAsync(id));
        Office.Fine(await office.ApproveAsync(id, "negishi"));
        var account = new AccountId(await office.DrillAccountAsync());
        Office.Fine(await office.AskAsync<Shirase.Accounts.StopAccount, Refusal?>("hoshino", (s, w) => s.StopAsync(w.Body, account, new(w.Staff, office.Clock.Now, "乗っ取りの疑い"), Ct)));
        office.Clock.SetJapan(2026, 6, 11, 17, 16);
        using var manager = await fresh.SignInAsync("hoshino", Ct);

        await manager.GetAsync("/posts/inbox", Ct);

        var page = await CaseApp.SeenAsync(manager, Ct);
        Assert.Equal("1", CaseApp.Words(page.QuerySelector("#count-Overdue")));
        var overdue = page.QuerySelector("section[aria-labelledby=group-Overdue]")!;
        Assert.Contains("検討の指示がまだです", overdue.TextContent, StringComparison.Ordinal);
        Assert.NotNull(overdue.QuerySelector($"a[href='/posts/{id}']"));
        Assert.Contains("停止", CaseApp.Words(page.QuerySelector("#account-states")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_3_2_b_1_Given_the_officer_found_it_unsuitable_When_the_manager_overrules_with_a_reason_Then_it_is_ready_and_held_on_demand()
    {
        var id = await SentAsync();
        Office.Fine(await Office.AssignAsync(id));
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", "時機でない", "timing"));
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync($"/posts/{id}/decision", Ct);
        await manager.PostAsync($"/posts/{id}/decision?handler=overrule", new() { ["Manager.Why"] = "" }, Ct);
        Assert.Equal(Core.Posts.ApplicationState.Returned, (await Office.ReadAsync(id)).State);

        await manager.PostAsync($"/posts/{id}/decision?handler=overrule", new() { ["Manager.Why"] = "時機を得ている" }, Ct);
        Assert.Equal(Core.Posts.ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
        await manager.GetAsync($"/posts/{id}/decision", Ct);
        await manager.PostAsync($"/posts/{id}/decision?handler=hold", new() { ["Manager.Why"] = "報道発表を待つ" }, Ct);

        Assert.True((await Office.ReadAsync(id)).IsOnHold);
        Assert.NotEmpty(await Office.NoticesAsync("kobayashi", id));
    }

    [Fact]
    public async Task Given_somebody_else_When_he_opens_the_inbox_Then_forbidden()
    {
        using var officer = await app.SignInAsync("kobayashi", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/posts/inbox", Ct)).StatusCode);
    }

    private async Task<PostApplicationId> SentAsync()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        return id;
    }
}
