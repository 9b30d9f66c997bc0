using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Duties;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>A declared flare-up in 岡山県, which does not stay silent, and in 栃木県, which stays calm.</summary>
public abstract class FlareUpPrefectureTests(TestStore store) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private FlareUpDesk Here => FlareUpDesk.Of(Okayama);

    private FlareUpDesk There => FlareUpDesk.Of(Tochigi);

    public async ValueTask InitializeAsync()
    {
        store.Clock.SetJapan(2026, 5, 14, 9);
        await store.SeedAsync(Ct);
        await FlareUpDesk.ForgetAsync(store);
        await store.DbAsync(db => db.Duties.Where(d => d.ClosedAt == null).ExecuteDeleteAsync(Ct));
        await store.DbAsync(db => db.Notices.ExecuteDeleteAsync(Ct));
        await DutyIntents.LookAsync(store, Okayama.Body);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ok_6_4_a_Given_a_declared_flare_up_When_staff_answer_a_critic_Then_refused_in_these_words()
    {
        var answer = await Okayama.ReadyAsync(await Okayama.ContentAsync("御指摘のような事実はありません。"));
        Office.Fine(await Here.DeclareAsync("namba"));

        var refusal = await Okayama.PublishAsync(answer);

        Assert.Equal("ok-6-4-a", refusal?.Clause);
        Assert.StartsWith("炎上対応中です。所属としての決定が必要です", refusal!.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_6_4_a_Given_scheduled_posts_When_the_flare_up_is_declared_Then_all_are_held_and_none_is_sent()
    {
        var scheduled = new[] { await Okayama.ReadyAsync(await Okayama.ContentAsync()), await Okayama.ReadyAsync(await Okayama.ContentAsync("桃の花の見頃は来週までです。")) };
        foreach (var id in scheduled)
        {
            Office.Fine(await Okayama.PublishAsync(id, store.Clock.Now.AddMinutes(30)));
        }

        Office.Fine(await Here.DeclareAsync("namba"));
        Assert.All(scheduled, id => Assert.Equal(DeliveryState.Held, Okayama.DeliveryAsync(id).GetAwaiter().GetResult().State));
        store.Clock.Pass(TimeSpan.FromMinutes(31));
        await Okayama.RunJobsAsync();

        Assert.All(scheduled, id => Assert.Equal(DeliveryState.Held, Okayama.DeliveryAsync(id).GetAwaiter().GetResult().State));
    }

    [Fact]
    public async Task ok_6_4_b_Given_an_apology_decided_by_the_head_When_the_head_approves_the_text_Then_it_is_sent_And_nobody_else_approves_it()
    {
        Office.Fine(await Here.DeclareAsync("namba"));
        Assert.Equal("ok-6-4-b", (await Here.DecideAsync("miyake", "謝罪", " "))?.Clause);
        Office.Fine(await Here.DecideAsync("miyake", "謝罪"));
        var text = await Here.WrittenAsync("namba", "謝罪", await Okayama.ContentAsync("配慮に欠けた表現でした。おわびします。"));
        Office.Fine(await Okayama.SubmitAsync(text));

        Assert.Equal("ok-6-4-b", Assert.IsType<HeldForAnotherRole>(await Okayama.ApproveAsync(text, "fujiwara")).Clause);
        Office.Fine(await Okayama.ApproveAsync(text, "miyake"));
        Office.Fine(await Okayama.PublishAsync(text));
        await Okayama.RunJobsAsync();

        Assert.Equal(DeliveryState.Published, (await Okayama.DeliveryAsync(text)).State);
    }

    [Fact]
    public async Task ok_6_4_c_Given_nothing_decided_after_an_hour_When_the_timer_fires_Then_the_head_approves_the_text_that_it_takes_time_in_the_room()
    {
        Office.Fine(await Here.DeclareAsync("namba"));
        await LookAtAsync(9, 59);
        Assert.DoesNotContain("期限を過ぎています", await ToldAsync("miyake"), StringComparison.Ordinal);
        Assert.False((await StandingAsync()).IsHoldingDue);

        await LookAtAsync(10, 1);
        Assert.Contains("期限を過ぎています：炎上への対応の決定又は「時間を要する旨」の書き込み", await ToldAsync("miyake"), StringComparison.Ordinal);
        Assert.True((await StandingAsync()).IsHoldingDue);
        Assert.Equal("ok-6-4-c", (await Here.HoldOffAsync("miyake", store.Clock.Now, Boxes()))?.Clause);
        Assert.IsType<AttestationIsOpen>(await Here.HoldOffAsync("miyake", Tomorrow(12)));
        Office.Fine(await Here.HoldOffAsync("miyake", Tomorrow(12), Boxes()));

        var text = await HoldingAsync();
        Assert.Equal(ApplicationState.ReadyToPublish, text.State);
        Assert.Contains("5月15日", text.Current.Content.Body, StringComparison.Ordinal);
        Office.Fine(await Okayama.PublishAsync(text.Id));
        await Okayama.RunJobsAsync();
        Assert.Equal(DeliveryState.Published, (await Okayama.DeliveryAsync(text.Id)).State);
        await LookAtAsync(10, 2);
        Assert.DoesNotContain(await OpenDutiesAsync(), d => d == "flare-up-holding");
    }

    [Fact]
    public async Task ok_6_4_c_Given_a_word_promised_by_noon_of_tomorrow_When_noon_passes_without_one_Then_the_room_is_red()
    {
        Office.Fine(await Here.DeclareAsync("miyake"));
        Office.Fine(await Here.HoldOffAsync("miyake", Tomorrow(12), Boxes()));
        var text = await HoldingAsync();
        Office.Fine(await Okayama.PublishAsync(text.Id));
        await Okayama.RunJobsAsync();
        var open = await Here.OpenAsync();
        var (sent, rule) = ((await Okayama.DeliveryAsync(text.Id)).PublishedAt, FlareUpRule.Of(TestStore.Regulations.Versions("okayama-social-media")[^1])!);

        Assert.False(FlareUpStanding.Of(open, rule, sent, null, Tomorrow(12)).IsPromiseBroken);
        Assert.True(FlareUpStanding.Of(open, rule, sent, null, Tomorrow(12).AddMinutes(1)).IsRed);
        Assert.False(FlareUpStanding.Of(open, rule, Tomorrow(11), Tomorrow(11), Tomorrow(12).AddMinutes(1)).IsRed);
    }

    [Fact]
    public async Task ok_6_4_d_Given_the_last_word_25_hours_old_When_the_job_runs_Then_head_and_division_are_alerted_and_the_room_is_red()
    {
        Office.Fine(await Here.DeclareAsync("namba"));
        Office.Fine(await Here.DecideAsync("miyake", "説明"));
        await LookAtAsync(9, 1);
        store.Clock.Set(Tomorrow(10));
        await DutyIntents.LookAsync(store, Okayama.Body);

        Assert.Contains("炎上の間のお知らせ", await ToldAsync("miyake"), StringComparison.Ordinal);
        Assert.Contains("炎上の間のお知らせ", await ToldAsync("ono"), StringComparison.Ordinal);
        var standing = await StandingAsync();
        Assert.True(standing.IsSilentTooLong);
        Assert.Equal(25, standing.HoursOfSilence(store.Clock.Now));
    }

    [Fact]
    public async Task ok_6_4_d_Given_the_decision_not_to_respond_without_reason_When_saved_Then_refused_And_with_one_silence_is_no_alarm()
    {
        Office.Fine(await Here.DeclareAsync("namba"));

        Assert.Equal("ok-6-4-d", Assert.IsType<SilenceNeedsReason>(await Here.DecideAsync("miyake", FlareUpRule.Nothing, "")).Clause);
        Office.Fine(await Here.DecideAsync("miyake", FlareUpRule.Nothing, "事実は報道で正しく伝わっている。"));

        store.Clock.Set(Tomorrow(10));
        Assert.False((await StandingAsync()).IsRed);
    }

    [Fact]
    public async Task to_6_2_i_1_Given_the_state_declared_When_the_author_answers_a_critic_Then_refused_in_these_words()
    {
        var answer = await Tochigi.ReadyAsync(await Tochigi.ContentAsync());
        Office.Fine(await There.DeclareAsync("tomoko"));

        var refusal = await Tochigi.PublishAsync(answer);

        Assert.Equal("to-6-2-i-1", refusal?.Clause);
        Assert.StartsWith("反論は控える取扱いです。所属の決定が必要です", refusal!.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_6_2_i_2_Given_a_text_approved_at_10_00_When_sent_at_10_10_Then_it_waits_until_10_30_or_until_the_head_cuts_it_with_a_reason()
    {
        Office.Fine(await There.DeclareAsync("tomoko"));
        Office.Fine(await There.DecideAsync("shinohara", "説明"));
        var (waits, cut) = (await ApprovedAtTenAsync("現在の状況を御説明します。"), await ApprovedAtTenAsync("会場の様子を御説明します。"));
        store.Clock.SetJapan(2026, 5, 14, 10, 10);

        Assert.Equal("to-6-2-i-2", (await Tochigi.PublishAsync(waits))?.Clause);
        Assert.IsType<ReaderIsAnother>(await There.ReadAsync("tomoko", waits));
        Assert.IsType<ReaderIsAnother>(await There.ReadAsync("shinohara", waits));
        Office.Fine(await There.ReadAsync("omori", waits));
        Office.Fine(await There.ReadAsync("omori", cut));
        Assert.Contains("10:30", (await Tochigi.PublishAsync(waits))!.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await Tochigi.PublishAsync(waits, Japan(14, 10, 30)));
        Assert.Equal("to-6-2-i-2", (await There.CutAsync("shinohara", cut, " "))?.Clause);
        Assert.IsType<NotYoursInFlareUp>(await There.CutAsync("omori", cut, "急ぐため"));
        Office.Fine(await There.CutAsync("shinohara", cut, "来場者の安全に関わるため。"));
        Office.Fine(await Tochigi.PublishAsync(cut));
        await Tochigi.RunJobsAsync();
        Assert.Equal((DeliveryState.Scheduled, DeliveryState.Published), ((await Tochigi.DeliveryAsync(waits)).State, (await Tochigi.DeliveryAsync(cut)).State));

        store.Clock.SetJapan(2026, 5, 14, 10, 30);
        await Tochigi.RunJobsAsync();
        Assert.Equal(DeliveryState.Published, (await Tochigi.DeliveryAsync(waits)).State);
    }

    private async Task<PostApplicationId> ApprovedAtTenAsync(string words)
    {
        store.Clock.SetJapan(2026, 5, 14, 10);
        var text = await There.WrittenAsync("tomoko", "説明", await Tochigi.ContentAsync(words));
        Office.Fine(await Tochigi.SubmitAsync(text));
        Office.Fine(await Tochigi.ApproveAsync(text, "shinohara"));
        return text;
    }

    private async Task<FlareUpStanding> StandingAsync() =>
        FlareUpStanding.Of(await Here.OpenAsync(), FlareUpRule.Of(TestStore.Regulations.Versions("okayama-social-media")[^1])!, null, null, store.Clock.Now);

    private async Task<PostApplication> HoldingAsync()
    {
        var open = (await Here.OpenAsync()).Id;
        return await store.DbAsync(db => db.Applications.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.FlareUp == open && a.FlareUpKind == FlareUpRule.Holding, Ct), Okayama.Body);
    }

    private async Task LookAtAsync(int hour, int minute)
    {
        store.Clock.Set(Japan(14, hour, minute));
        await DutyIntents.LookAsync(store, Okayama.Body);
    }

    private async Task<string> ToldAsync(string login)
    {
        var who = await Okayama.WhoAsync(login);
        return string.Join('\n', await store.DbAsync(db => db.Notices.Where(n => n.To == who.Staff).Select(n => n.Text).ToListAsync(Ct), Okayama.Body));
    }

    private Task<List<string>> OpenDutiesAsync() => store.DbAsync(db => db.Duties.Where(d => d.ClosedAt == null).Select(d => d.Rule).ToListAsync(Ct), Okayama.Body);

    private static string[] Boxes() => [.. TestStore.Regulations.Versions("okayama-social-media")[^1].Attestations.Select(a => a.Id)];

    private static DateTimeOffset Tomorrow(int hour) => Japan(15, hour, 0);

    private static DateTimeOffset Japan(int day, int hour, int minute) => new(2026, 5, day, hour, minute, 0, JapanTime.Offset);
}

public sealed class FlareUpPrefecturesOnSqlite(OfficeWithDuties store) : FlareUpPrefectureTests(store), IClassFixture<OfficeWithDuties>;

public sealed class FlareUpPrefecturesOnPostgres(PostgresOfficeWithDuties store) : FlareUpPrefectureTests(store), IClassFixture<PostgresOfficeWithDuties>;
