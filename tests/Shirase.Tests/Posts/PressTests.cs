using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>S8, the post's part: an arrest waits for its press release, also for one that is put off, and is compared with it.</summary>
public abstract class PressTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_13_3_2_Given_a_release_planned_for_1100_When_it_is_put_off_Then_nothing_leaves_at_1100_and_author_and_head_are_told_once_for_each_time()
    {
        var id = await ArrestAsync();
        Office.Clock.SetJapan(2026, 6, 18, 9, 0);
        Assert.IsType<PlanLiesBehind>(await PlanAsync(id, At(8, 0)));
        Office.Fine(await PlanAsync(id, At(11, 0)));
        Office.Clock.SetJapan(2026, 6, 18, 10, 55);
        foreach (var login in new[] { "takahashi", "mori" })
        {
            Assert.Equal("gx-13-3-2", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, login)).Clause);
        }

        Office.Fine(await PlanAsync(id, At(13, 0)));
        foreach (var login in new[] { "tamura", "negishi", "takahashi" })
        {
            Assert.Contains(await Office.NoticesAsync(login, id), n => n.Kind == "press-release.planned" && n.Text.Contains("13:00", StringComparison.Ordinal));
        }

        await MinuteAsync(11, 1);
        Assert.DoesNotContain("reminder.press-release", await Office.KindsAsync("tamura", id));
        await MinuteAsync(13, 0);
        await MinuteAsync(13, 1);
        foreach (var login in new[] { "tamura", "negishi" })
        {
            Assert.Single(await Office.KindsAsync(login, id), k => k == "reminder.press-release");
        }

        Office.Fine(await PlanAsync(id, At(14, 0)));
        await MinuteAsync(14, 0);
        Assert.Equal(2, (await Office.KindsAsync("tamura", id)).Count(k => k == "reminder.press-release"));
        Assert.Empty(await Office.Store.DbAsync(db => db.Deliveries.Where(d => d.Application == id).ToListAsync(Ct), Office.Body));
        Assert.Contains((await Office.ReadAsync(id)).Decisions, d => d.Verb == Verb.PlanRelease && d.Clause == "gx-13-3-2");
    }

    [Fact]
    public async Task gx_13_4_2_Given_the_release_says_otherwise_When_it_is_recorded_Then_the_differences_come_first_and_the_officer_settles_them()
    {
        var id = await ArrestAsync("6月16日、前橋市内の窃盗事件で男（34歳）を逮捕しました。");
        Office.Clock.SetJapan(2026, 6, 18, 11, 5);
        Office.Fine(await RecordAsync(id, "6月17日、高崎市の会社員の男（34歳）を詐欺の疑いで逮捕した。"));

        var closed = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("press-release", closed.Line.Gate);
        foreach (var word in new[] { "6月16日", "6月17日", "前橋市", "高崎市", "窃盗", "詐欺" })
        {
            Assert.Contains(word, closed.Text.Ja, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("34歳", closed.Text.Ja, StringComparison.Ordinal);
        Assert.Contains(await Office.NoticesAsync("tamura", id), n => n.Kind == "press-release.recorded" && n.Text.Contains("3か所", StringComparison.Ordinal));
        Assert.IsType<OnlyOfficersSettle>(await SettleAsync(id, "tamura", "よい"));
        Assert.IsType<ReasonNeeded>(await SettleAsync(id, "kobayashi", " "));
        Office.Fine(await SettleAsync(id, "kobayashi", "発表後に訂正された広報文による"));
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_13_4_2_Given_differences_were_settled_When_another_release_is_recorded_Then_they_are_asked_again()
    {
        var id = await ArrestAsync("6月16日、前橋市内の窃盗事件の犯人を逮捕しました。");
        Office.Clock.SetJapan(2026, 6, 18, 11, 5);
        Office.Fine(await RecordAsync(id, "6月17日に逮捕した。"));
        Office.Fine(await SettleAsync(id, "kobayashi", "確かめた"));
        Office.Fine(await RecordAsync(id, "6月15日に逮捕した。"));

        Assert.Equal("press-release", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Line.Gate);
        Office.Fine(await RecordAsync(id, "6月16日、前橋市で発生した窃盗事件の犯人を逮捕した。"));
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_13_3_2_Given_the_press_desk_When_it_records_Then_it_may_and_it_may_nothing_else()
    {
        var id = await ArrestAsync();
        Office.Clock.SetJapan(2026, 6, 18, 11, 5);
        Assert.IsType<OnlyPrOfficers>(await Office.PublishAsync(id, "hara"));
        Assert.NotNull(await Office.ApproveAsync(id, "hara"));

        Office.Fine(await RecordAsync(id, ""));
        Office.Fine(await Office.PublishAsync(id));
    }

    private async Task MinuteAsync(int hour, int minute)
    {
        Office.Clock.SetJapan(2026, 6, 18, hour, minute);
        await Office.RemindAsync();
        await Office.RunJobsAsync();
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 6, 18, hour, minute, 0, JapanTime.Offset);

    private Task<Refusal?> PlanAsync(PostApplicationId id, DateTimeOffset at) =>
        Office.AskAsync<PressReleases, Refusal?>("hara", (p, w) => p.PlanAsync(id, w, at, "裏付けのため", Ct));

    private Task<Refusal?> RecordAsync(PostApplicationId id, string says) =>
        Office.AskAsync<PressReleases, Refusal?>("hara", (p, w) => p.RecordAsync(id, w, At(11, 2), "広報第30号", Ct, says));

    private Task<Refusal?> SettleAsync(PostApplicationId id, string login, string why) =>
        Office.AskAsync<PressReleases, Refusal?>(login, (p, w) => p.SettleAsync(id, w, why, Ct));

    private async Task<PostApplicationId> ArrestAsync(string body = "前橋市内の連続窃盗事件の犯人を逮捕しました。御協力ありがとうございました。")
    {
        Office.Clock.SetJapan(2026, 6, 11);
        var content = await Office.ContentAsync(body);
        return await Office.ReadyAsync(content with
        {
            Subject = "窃盗事件",
            PressRelease = "planned",
            Consent = new("捜査第一課", "飯塚", Office.Clock.Now),
            KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["pii-age-exact|34歳"] = "報道発表の文による" },
        });
    }
}

public sealed class PressOnSqlite(SqliteOffice store) : PressTests(store), IClassFixture<SqliteOffice>;

public sealed class PressOnPostgres(PostgresOffice store) : PressTests(store), IClassFixture<PostgresOffice>;
