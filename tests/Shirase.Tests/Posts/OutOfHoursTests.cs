using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>時間外の投稿の一覧 and what the manager hears of it each morning.</summary>
public abstract class OutOfHoursTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_10_2_0_Given_a_telephone_decision_published_at_night_When_the_register_is_read_Then_it_stands_there_to_be_confirmed_then_overdue_then_confirmed()
    {
        var id = await FiledAsync();
        Office.Fine(await Office.TelephoneAsync(id, "kobayashi", Friday(22, 28)));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        var line = await LineAsync(id);
        Assert.Equal((NecessityStanding.ToConfirm, true, Friday(22, 30)), (line.Standing, line.IsOutside, line.At));
        Assert.Equal((await Office.WhoAsync("kobayashi")).Staff, line.Decision!.By);
        Assert.StartsWith("重要凶悪事件", line.Ground.Ja, StringComparison.Ordinal);
        Office.Clock.SetJapan(2026, 6, 15, 23, 59);
        Assert.Equal(NecessityStanding.ToConfirm, (await LineAsync(id)).Standing);
        Office.Clock.SetJapan(2026, 6, 16, 0, 1);
        Assert.Equal(NecessityStanding.Overdue, (await LineAsync(id)).Standing);
        Office.Fine(await Office.SettleAsync(id, "kobayashi"));
        line = await LineAsync(id);
        Assert.Equal((NecessityStanding.Countersigned, Office.Clock.Now), (line.Standing, line.SettledAt!.Value));
    }

    [Fact]
    public async Task gx_10_2_0_Given_urgent_cases_of_every_kind_When_the_register_is_read_Then_each_stands_as_it_was_decided_and_ordinary_posts_do_not()
    {
        var (undecided, onScreen, disowned) = (await FiledAsync(), await FiledAsync(), await FiledAsync());
        Office.Fine(await Office.ApproveAsync(onScreen, "hoshino"));
        Office.Fine(await Office.TelephoneAsync(disowned, "kobayashi", Friday(22, 28)));
        Office.Fine(await Office.SettleAsync(disowned, "kobayashi", agrees: false, "電話を受けていないため"));
        Office.Clock.SetJapan(2026, 6, 11);
        var ordinary = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.Set(Friday(23, 0));

        Assert.Equal(NecessityStanding.Undecided, (await LineAsync(undecided)).Standing);
        Assert.Equal(NecessityStanding.OnScreen, (await LineAsync(onScreen)).Standing);
        Assert.Equal(NecessityStanding.Disowned, (await LineAsync(disowned)).Standing);
        Assert.DoesNotContain(await ReadAsync(), p => p.Application.Id == ordinary);
    }

    [Fact]
    public async Task gx_10_2_0_Given_a_period_When_the_register_is_read_Then_only_what_went_out_in_it_stands_there()
    {
        var id = await FiledAsync();
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        Assert.Contains(await ReadAsync(new(2026, 6, 12), new(2026, 6, 12)), p => p.Application.Id == id);
        Assert.DoesNotContain(await ReadAsync(new(2026, 6, 13)), p => p.Application.Id == id);
        Assert.DoesNotContain(await ReadAsync(to: new(2026, 6, 11)), p => p.Application.Id == id);
    }

    private async Task<PostApplicationId> FiledAsync()
    {
        Office.Clock.Set(Friday(22, 20));
        var id = await Office.UrgentFiledAsync();
        Office.Clock.Set(Friday(22, 30));
        return id;
    }

    private async Task<OutOfHoursPost> LineAsync(PostApplicationId id) => Assert.Single(await ReadAsync(), p => p.Application.Id == id);

    private Task<IReadOnlyList<OutOfHoursPost>> ReadAsync(DateOnly? from = null, DateOnly? to = null) =>
        Office.Store.AskAsync<OutOfHoursPosts, IReadOnlyList<OutOfHoursPost>>(r => r.ReadAsync(Office.Body, from, to, Ct), Office.Body);

    private static DateTimeOffset Friday(int hour, int minute) => new(2026, 6, 12, hour, minute, 0, JapanTime.Offset);
}

public sealed class OutOfHoursOnSqlite(SqliteOffice store) : OutOfHoursTests(store), IClassFixture<SqliteOffice>;

public sealed class OutOfHoursOnPostgres(PostgresOffice store) : OutOfHoursTests(store), IClassFixture<PostgresOffice>;

/// <summary>What is said in the morning and concerns no single case; alone on its store, as it counts all cases.</summary>
public abstract class MorningTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_10_2_0_Given_a_post_on_Friday_night_When_Monday_morning_comes_Then_the_manager_gets_the_list_once()
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 20);
        var id = await Office.UrgentFiledAsync();
        Office.Clock.SetJapan(2026, 6, 12, 22, 30);
        Office.Fine(await Office.TelephoneAsync(id, "kobayashi", Office.Clock.Now.AddMinutes(-2)));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        Assert.Equal(0, await ListsAt(13, 9));
        Assert.Equal(0, await ListsAt(15, 7));
        Assert.Equal(1, await ListsAt(15, 8));
        Assert.Equal(1, await ListsAt(15, 11));
        Assert.Equal(1, await ListsAt(16, 8));
        var notice = Assert.Single(await Office.NoticesAsync("hoshino"), n => n.Kind == ReminderJob.OutOfHoursList);
        Assert.Equal("gx-10-2-0", notice.Clause);
        Assert.Contains("時間外の投稿が1件あります（うち追認待ち1件）", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Office.NoticesAsync("takahashi"), n => n.Kind == ReminderJob.OutOfHoursList);
    }

    private async Task<int> ListsAt(int day, int hour)
    {
        Office.Clock.SetJapan(2026, 6, day, hour);
        await Office.RemindAsync();
        return (await Office.NoticesAsync("hoshino")).Count(n => n.Kind == ReminderJob.OutOfHoursList);
    }
}

public sealed class MorningOnSqlite(SqliteOffice store) : MorningTests(store), IClassFixture<SqliteOffice>;

public sealed class MorningOnPostgres(PostgresOffice store) : MorningTests(store), IClassFixture<PostgresOffice>;
