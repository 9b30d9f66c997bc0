using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>The publisher's desk over HTTP: every act with its confirmation, and what stands there when it cannot be done.</summary>
public sealed class DeskPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static readonly IPAddress OtherDevice = IPAddress.Parse("127.0.0.2");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_14_1_1_Given_an_approved_case_When_a_PR_officer_publishes_Then_the_consequence_is_asked_first_and_then_it_stands()
    {
        var id = await ReadyAsync();
        using var desk = await OpenAsync();
        Assert.Contains("HP管理用端末", CaseApp.Words(desk.Document().QuerySelector("#terminal")), StringComparison.Ordinal);

        await desk.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString() }, Ct);
        Assert.NotNull(desk.Document().QuerySelector("#confirm"));
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
        await desk.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);

        await Office.RunJobsAsync();
        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
        await desk.GetAsync("/desk", Ct);
        Assert.NotNull(desk.Document().QuerySelector($"#sent-{(await Office.DeliveryAsync(id)).Id}"));
    }

    [Fact]
    public async Task gx_12_4_1_Given_the_platform_shows_one_other_character_When_desk_and_case_are_opened_Then_the_difference_is_marked()
    {
        var id = await ReadyAsync();
        using var desk = await OpenAsync();
        await desk.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);
        await Office.RunJobsAsync();
        await app.Store.DbAsync(async db =>
        {
            var delivery = await db.Deliveries.SingleAsync(d => d.Application == id, Ct);
            delivery.WasReadBack(false, Shirase.Posts.Outgoing.Expected(delivery) + "！", Office.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });

        foreach (var page in new[] { "/desk", $"/posts/{id}" })
        {
            await desk.GetAsync(page, Ct);
            Assert.Equal("！", desk.Document().QuerySelector($"[id$='{(await Office.DeliveryAsync(id)).Id}'] .diff ins")?.TextContent.Trim()[^1..]);
        }
    }

    [Fact]
    public async Task Given_two_windows_When_both_publish_Then_the_second_reads_that_it_is_ordered_already()
    {
        var id = await ReadyAsync();
        using var first = await OpenAsync();
        using var second = await OpenAsync();

        await first.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);
        await second.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);

        Assert.NotEqual("", CaseApp.Words(second.Document().QuerySelector("#refused")));
        Assert.Equal(1, await app.Store.DbAsync(db => Task.FromResult(db.Deliveries.Count(d => d.Application == id))));
    }

    [Fact]
    public async Task Given_a_time_When_scheduled_and_cancelled_Then_it_waits_and_is_ready_again()
    {
        var id = await ReadyAsync();
        using var desk = await OpenAsync();

        await desk.PostAsync("/desk?handler=schedule", When(id, "令和８", "6", "11", "１４：００"), Ct);
        Assert.Contains("14:00", CaseApp.Words(desk.Document().QuerySelector("main > .frame > [role=status]")), StringComparison.Ordinal);
        var delivery = await Office.DeliveryAsync(id);
        Assert.NotNull(desk.Document().QuerySelector($"#scheduled-{delivery.Id}"));
        await desk.PostAsync("/desk?handler=cancel", new() { ["id"] = id.ToString(), ["delivery"] = delivery.Id.ToString() }, Ct);

        Assert.NotNull(desk.Document().QuerySelector($"#ready-{id}"));
        Assert.Equal(DeliveryState.Cancelled, (await Office.DeliveryAsync(id)).State);
        await desk.PostAsync("/desk?handler=cancel", new() { ["id"] = id.ToString(), ["delivery"] = delivery.Id.ToString() }, Ct);
        Assert.NotEqual("", CaseApp.Words(desk.Document().QuerySelector("#refused")));
    }

    [Fact]
    public async Task gx_12_4_1_Given_a_scheduled_drill_When_its_account_is_connected_Then_the_desk_calls_it_a_drill_still_and_says_why_it_is_held()
    {
        var id = await ReadyAsync();
        Office.Fine(await Office.PublishAsync(id, at: Office.Clock.Now.AddMinutes(5)));
        await ConnectedAsync(async () =>
        {
            using var desk = await OpenAsync();
            var delivery = (await Office.DeliveryAsync(id)).Id;
            Assert.Contains("訓練", CaseApp.Words(desk.Document().QuerySelector($"#scheduled-{delivery} .chip")), StringComparison.Ordinal);
            Office.Clock.Pass(TimeSpan.FromMinutes(5));
            await Office.RunJobsAsync();

            await desk.GetAsync("/desk", Ct);
            Assert.Contains("広報係員がこの発信を取り消してください", CaseApp.Words(desk.Document().QuerySelector($"#held-{delivery}")), StringComparison.Ordinal);
            await desk.GetAsync($"/posts/{id}", Ct);
            Assert.Contains("【訓練】", CaseApp.Words(desk.Document().QuerySelector($"#delivery-{delivery} strong")), StringComparison.Ordinal);
            await desk.GetAsync($"/posts/{id}/evidence.json", Ct);
            Assert.Contains("\"channel\": \"drill\"", desk.Page, StringComparison.Ordinal);
            await desk.GetAsync("/desk", Ct);
            await desk.PostAsync("/desk?handler=cancel", new() { ["id"] = id.ToString(), ["delivery"] = delivery.ToString() }, Ct);
            Assert.Empty(desk.Document().QuerySelectorAll($"#ready-{id} .desk-account + .chip"));
        });
    }

    [Theory]
    [InlineData("2026", "13", "40", "25:00")]
    [InlineData("", "", "", "")]
    [InlineData("2026", "6", "10", "10:00")]
    public async Task Given_a_time_that_cannot_be_When_scheduled_Then_refused_and_the_boxes_keep_it(string year, string month, string day, string time)
    {
        var id = await ReadyAsync();
        using var desk = await OpenAsync();

        await desk.PostAsync("/desk?handler=schedule", When(id, year, month, day, time), Ct);

        Assert.Equal(day, desk.Document().QuerySelector($"#ready-{id} input[name='When.Day.Day']")?.GetAttribute("value") ?? "");
        Assert.True(desk.Document().QuerySelector("#refused") is not null || desk.Document().QuerySelector($"#ready-{id} .field__error") is not null);
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_13_4_5_Given_a_published_post_When_removed_from_any_device_Then_one_confirmation_that_keeps_the_reason()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync("消す投稿です。不審な電話は110番へ。"));
        using var desk = await app.SignInAsync("takahashi", OtherDevice, Ct);
        await desk.GetAsync("/desk", Ct);

        await desk.PostAsync("/desk?handler=remove", new() { ["id"] = id.ToString(), ["why"] = "日付の誤り" }, Ct);
        Assert.Equal("日付の誤り", desk.Hidden("why"));
        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
        await desk.PostAsync("/desk?handler=remove", new() { ["id"] = id.ToString(), ["why"] = "日付の誤り", ["confirmed"] = "yes" }, Ct);

        await Office.RunJobsAsync();
        Assert.Equal(ApplicationState.Removed, (await Office.ReadAsync(id)).State);
        Assert.Equal("日付の誤り", (await Office.DeliveryAsync(id)).RemovalReason);
    }

    [Fact]
    public async Task gx_11_2_Given_a_device_that_is_not_registered_When_publishing_Then_refused_until_the_officer_permits_it()
    {
        var id = await ReadyAsync();
        using var desk = await app.SignInAsync("takahashi", OtherDevice, Ct);
        await desk.GetAsync("/desk", Ct);
        Assert.Null(desk.Document().QuerySelector($"#publish-{id}"));

        await desk.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);
        Assert.Contains("端末", CaseApp.Words(desk.Document().QuerySelector("#refused")), StringComparison.Ordinal);
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
        await desk.PostAsync("/desk?handler=askoverride", new() { ["Asked.Why"] = "" }, Ct);
        Assert.Contains("理由", CaseApp.Words(desk.Document().QuerySelector("#refused")), StringComparison.Ordinal);
        await desk.PostAsync("/desk?handler=askoverride", new() { ["Asked.Why"] = "管理用端末の故障" }, Ct);
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Text.Contains("管理用端末の故障", StringComparison.Ordinal));
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync("/terminals/overrides", Ct);
        await officer.PostAsync("/terminals/overrides", new() { ["Form.To"] = (await Office.WhoAsync("takahashi")).Staff.ToString(), ["Form.Why"] = "管理用端末の故障" }, Ct);

        await desk.GetAsync("/desk", Ct);
        Assert.Contains("一時許可", CaseApp.Words(desk.Document().QuerySelector("#terminal")), StringComparison.Ordinal);
        await desk.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);
        Assert.Equal("", CaseApp.Words(desk.Document().QuerySelector("#refused")));
    }

    [Fact]
    public async Task gx_13_4_4_Given_an_error_report_When_closed_without_a_reason_Then_refused_and_with_one_it_is_gone()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync("申出のある投稿です。不審な電話は110番へ。"));
        Office.Fine(await Office.ReportErrorAsync(id, "日付が違う<b>"));
        using var desk = await OpenAsync();
        var report = desk.Document().QuerySelectorAll("[id^=report-]").First(e => e.TextContent.Contains("日付が違う<b>", StringComparison.Ordinal)).Id!["report-".Length..];

        await desk.PostAsync("/desk?handler=acknowledge", new() { ["id"] = id.ToString(), ["report"] = report }, Ct);
        await desk.PostAsync("/desk?handler=closereport", new() { ["id"] = id.ToString(), ["report"] = report, ["why"] = " " }, Ct);
        Assert.NotEqual("", CaseApp.Words(desk.Document().QuerySelector("#refused")));
        await desk.PostAsync("/desk?handler=closereport", new() { ["id"] = id.ToString(), ["report"] = report, ["why"] = "日付は合っている" }, Ct);

        Assert.Null(desk.Document().QuerySelector($"#report-{report}"));
    }

    [Fact]
    public async Task Given_nothing_to_publish_When_the_desk_is_opened_Then_each_part_says_what_comes_there()
    {
        await using var fresh = new CaseApp();
        await fresh.InitializeAsync();
        using var desk = await fresh.SignInAsync("takahashi", Ct);

        await desk.GetAsync("/desk", Ct);

        foreach (var part in new[] { "ready", "held", "scheduled", "sent" })
        {
            Assert.NotEqual("", CaseApp.Words(desk.Document().QuerySelector($"#{part} .empty")));
        }
    }

    [Fact]
    public async Task gx_11_1_Given_the_manager_When_he_opens_the_desk_Then_he_reads_and_finds_no_button()
    {
        var id = await ReadyAsync();
        using var manager = await app.SignInAsync("hoshino", Ct);

        await manager.GetAsync("/desk", Ct);

        Assert.NotNull(manager.Document().QuerySelector($"#ready-{id}"));
        Assert.Empty(manager.Document().QuerySelectorAll("main form button"));
    }

    private Task<PostApplicationId> ReadyAsync() => ReadyAsync(Office);

    private static async Task<PostApplicationId> ReadyAsync(Office office) => await office.ReadyAsync(await office.ContentAsync());

    /// <summary>Does something while the practice account is one of a platform that nobody asks.</summary>
    private async Task ConnectedAsync(Func<Task> work)
    {
        var account = await Office.DrillAccountAsync();
        await app.Store.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts SET channel = 'bluesky', service = 'https://bsky.social/' WHERE id = {account}", Ct));
        try
        {
            await work();
        }
        finally
        {
            await app.Store.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts SET channel = 'drill', service = NULL WHERE id = {account}", Ct));
        }
    }

    private async Task<TestBrowser> OpenAsync()
    {
        var desk = await app.SignInAsync("takahashi", Ct);
        await desk.GetAsync("/desk", Ct);
        return desk;
    }

    private static Dictionary<string, string?> When(PostApplicationId id, string year, string month, string day, string time) => new()
    {
        ["id"] = id.ToString(),
        ["When.Day.Year"] = year,
        ["When.Day.Month"] = month,
        ["When.Day.Day"] = day,
        ["When.Time"] = time,
    };
}
