using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Storage.Instances;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>発信予定一覧 over HTTP: what goes out and when, the freeze and its end, one kept back, a closed installation.</summary>
public sealed class OutgoingPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public async ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        await app.Store.DbAsync(db => db.Freezes.ExecuteDeleteAsync(Ct));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_14_1_1_Given_a_scheduled_post_When_the_list_is_opened_Then_it_tells_how_long_until_then_and_keeps_it_back_on_a_press()
    {
        var id = await ScheduledAsync();
        var delivery = await Office.DeliveryAsync(id);
        using var page = await app.SignInAsync("kobayashi", Ct);
        await page.GetAsync("/outgoing", Ct);
        Assert.Contains("2時間0分", CaseApp.Words(page.Document().QuerySelector($"#outgoing-{delivery.Id}")), StringComparison.Ordinal);

        await page.PostAsync("/outgoing?handler=hold", new() { ["id"] = id.ToString(), ["delivery"] = delivery.Id.ToString() }, Ct);

        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(id)).State);
        Office.Clock.Pass(TimeSpan.FromHours(2));
        await Office.RunJobsAsync();
        Assert.Equal(0, (await Office.DeliveryAsync(id)).Attempts);
    }

    [Fact]
    public async Task gx_14_1_1_Given_one_press_When_everything_is_frozen_Then_all_staff_see_it_and_two_people_end_it()
    {
        using var officer = await app.SignInAsync("takahashi", Ct);
        await officer.PostAsync("/outgoing?handler=freeze", new(), Ct);
        var freeze = await app.Store.DbAsync(db => db.Freezes.AsNoTracking().SingleAsync(Ct));
        using var applicant = await app.SignInAsync("tamura", Ct);
        await applicant.GetAsync("/", Ct);
        Assert.Contains("一斉停止", applicant.Page, StringComparison.Ordinal);

        await officer.PostAsync("/outgoing?handler=askresume", new() { ["freeze"] = freeze.Id.ToString(), ["why"] = "" }, Ct);
        Assert.NotEqual("", CaseApp.Words(officer.Document().QuerySelector("#refused")));
        await officer.PostAsync("/outgoing?handler=askresume", new() { ["freeze"] = freeze.Id.ToString(), ["why"] = "予約を確かめた" }, Ct);
        using var second = await app.SignInAsync("kobayashi", Ct);
        await second.GetAsync("/outgoing", Ct);
        Assert.Contains("予約を確かめた", second.Page, StringComparison.Ordinal);
        await second.PostAsync("/outgoing?handler=resume", new() { ["freeze"] = freeze.Id.ToString() }, Ct);

        Assert.False(await app.Store.DbAsync(db => db.Freezes.AnyAsync(f => f.ResumedAt == null, Ct)));
    }

    [Fact]
    public async Task Given_an_installation_that_may_be_a_copy_When_the_administrator_opens_it_Then_a_reason_is_asked_and_kept_in_the_journal()
    {
        await app.Store.AskAsync<InstanceFence, int>(async f =>
        {
            await f.CloseAsync(ClosedBecause.Moved, Ct);
            return 0;
        });
        using var administrator = await app.SignInAsync("horiguchi", Ct);
        await administrator.GetAsync("/outgoing", Ct);
        Assert.Contains("別の環境に写された", administrator.Page, StringComparison.Ordinal);

        await administrator.PostAsync("/outgoing?handler=open", new() { ["why"] = " " }, Ct);
        Assert.NotEqual("", CaseApp.Words(administrator.Document().QuerySelector("#refused")));
        await administrator.PostAsync("/outgoing?handler=open", new() { ["why"] = "元の設備が止まっていることを確かめた" }, Ct);

        Assert.Null(await app.Store.AskAsync<InstanceFence, ClosedBecause?>(f => f.ClosedAsync(Ct)));
        Assert.True(await app.Store.DbAsync(db => db.Journal.AnyAsync(j => j.Verb == "instance.opened", Ct)));
    }

    private async Task<PostApplicationId> ScheduledAsync()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await Office.PublishAsync(id, at: Office.Clock.Now.AddHours(2)));
        return id;
    }
}
