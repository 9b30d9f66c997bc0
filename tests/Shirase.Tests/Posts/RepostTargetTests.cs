using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>リポストの対象: identified, unchanged, and on the same path as a post.</summary>
public abstract class RepostTargetTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_f_5_Given_the_repost_part_left_empty_When_filed_Then_what_is_missing_is_named()
    {
        var content = await Office.RepostAsync(SamplePartners.CityPost);
        var id = await Office.BeginAsync(content with { Repost = null });
        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));
        Assert.Equal("repost", refusal.Finding.Field);

        Office.Fine(await Office.EditAsync(id, c => c with { Repost = content.Repost }));
        Office.Fine(await Office.SubmitAsync(id));
    }

    [Fact]
    public async Task gx_12_5_1_Given_the_address_of_a_profile_When_filed_Then_refused()
    {
        foreach (var address in new[] { "https://x.com/maebashi_city", $"http://localhost:5080/drill/{Office.Body}", "http://localhost:5080/drill/gunma-police/posts/none" })
        {
            var content = await Office.RepostAsync(SamplePartners.CityPost);
            var id = await Office.BeginAsync(content with { Repost = content.Repost! with { Address = address, Seen = false } });

            var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

            Assert.Equal("gx-12-5-1", refusal.Clause);
            Assert.Contains("ポストを特定できるURLを入力してください", refusal.Text.Ja, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task gx_12_5_1_Given_a_valid_address_When_entered_Then_author_time_and_text_are_read_and_kept_as_a_snapshot()
    {
        var id = await Office.BeginAsync(await Office.RepostAsync(SamplePartners.CityPost));

        var target = (await Office.ReadAsync(id)).Current.Content.Repost!;
        Assert.Equal((SamplePartners.City, true), (target.AuthorHandle, target.Seen));
        Assert.NotNull(target.PostedAt);
        Assert.StartsWith("【防災訓練のお知らせ】", target.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_12_5_1_Given_the_target_was_edited_When_the_officer_opens_it_Then_the_change_is_shown_and_locked_until_the_supervisor_decides_again()
    {
        var address = await PartnerAsync("sample-edited");
        var id = await Office.ReadyAsync(await Office.RepostAsync(address));
        await ChangeAsync(address, p => p.Rewrite("【中止】防災訓練は中止します。"));

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("gx-12-5-1", refusal.Clause);
        Assert.Contains("【中止】防災訓練は中止します。", refusal.Text.Ja, StringComparison.Ordinal);

        Assert.IsType<ReasonNeeded>(await Office.ReexamineAsync(id, null));
        Office.Fine(await Office.ReexamineAsync(id, "対象のポストが訂正されたため"));
        Assert.Equal("approval", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Line.Gate);
        Office.Fine(await Office.ApproveAsync(id, "kobayashi", "訂正後の文面でも必要"));
        Office.Fine(await Office.PublishAsync(id));
        await ChangeAsync(address, p => p.Rewrite("また直しました。"));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Held, (await Office.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task gx_12_5_1_Given_the_target_was_deleted_When_reposting_Then_it_is_locked_even_after_another_look()
    {
        var address = await PartnerAsync("sample-deleted");
        var id = await Office.ReadyAsync(await Office.RepostAsync(address));
        await ChangeAsync(address, p => p.Remove(Office.Clock.Now));

        Assert.Contains("削除されています", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Text.Ja, StringComparison.Ordinal);
        Office.Fine(await Office.ReexamineAsync(id, "対象のポストが消えたため"));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Assert.Equal("gx-12-5-1", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);
    }

    [Fact]
    public async Task gx_12_5_2_Given_a_repost_application_When_decision_week_or_hours_are_missing_Then_refused_as_for_a_post()
    {
        var content = await Office.RepostAsync(SamplePartners.CityPost);
        var id = await Office.BeginAsync(content);
        Office.Fine(await Office.SubmitAsync(id));
        Assert.Equal("gx-12-1-2", Assert.IsType<HeadHasNotDecided>(await Office.DispatchAsync(id)).Clause);
        var soon = await Office.BeginAsync(content with { DesiredAt = Office.Clock.Now.AddDays(1) });
        Assert.Equal("gx-12-2-2", Assert.IsType<ShortNoticeNeedsReason>(await Office.SubmitAsync(soon)).Clause);
        var ready = await Office.ReadyAsync(content);
        var saturday = new DateTimeOffset(2026, 6, 13, 10, 0, 0, JapanTime.Offset);
        Assert.Equal("gx-10-1", Assert.IsType<GateIsClosed>(await Office.PublishAsync(ready, at: saturday)).Clause);
    }

    private async Task<string> PartnerAsync(string id)
    {
        await Office.Store.InAsync(s => s.GetRequiredService<IPracticeTimeline>().AddAsync(
            new(Office.Body, id, SamplePartners.City, "【防災訓練】予定どおり行います。", [], Office.Clock.Now), Ct), Office.Body);
        return id;
    }

    private Task<int> ChangeAsync(string id, Action<Shirase.Channels.StoredPracticePost> change) => Office.Store.DbAsync(async db =>
    {
        change(await db.PracticePosts.SingleAsync(p => p.Id == id, Ct));
        return await db.SaveChangesAsync(Ct);
    });
}

public sealed class RepostTargetOnSqlite(SqliteOffice store) : RepostTargetTests(store), IClassFixture<SqliteOffice>;

public sealed class RepostTargetOnPostgres(PostgresOffice store) : RepostTargetTests(store), IClassFixture<PostgresOffice>;
