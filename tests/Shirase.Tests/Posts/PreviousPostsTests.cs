using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>What the same accounts sent lately, as the check of repeated posts is told (gx-15-2-1).</summary>
public abstract class PreviousPostsTests(TestStore store) : OfficeTests(store)
{
    private const string Bicycles = "自転車の盗難が増えています。短い時間でも鍵を二つかけてください。";
    private const string Crossings = "夕暮れの横断歩道では、早めに前照灯をつけて歩行者を優先してください。";

    [Fact]
    public async Task gx_15_2_1_Given_a_post_two_days_ago_When_the_same_words_are_written_again_Then_the_check_knows_when_they_went_out()
    {
        var (id, content) = await SentAsync(Bicycles);
        Office.Clock.SetJapan(2026, 6, 13, 11);

        var finding = Assert.Single(await RepeatedAsync(content, null));
        Assert.Contains("2日前", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Empty(await RepeatedAsync(content, id));
        Assert.Empty(await RepeatedAsync(content with { Subject = "川の増水", Body = "大雨で川が増水しています。川に近付かないでください。" }, null));
        Assert.Empty(await RepeatedAsync(content with { Accounts = [Guid.NewGuid()] }, null));
    }

    [Fact]
    public async Task gx_15_2_1_Given_a_post_eight_days_ago_or_one_of_the_practice_timeline_When_the_same_words_are_written_Then_nothing_is_repeated()
    {
        var (id, content) = await SentAsync(Crossings);
        await GoesToAsync(id, Shirase.Core.Channels.DrillDelivery.Channel);
        Assert.Empty(await RepeatedAsync(content, null));
        await GoesToAsync(id, "x");
        Assert.Single(await RepeatedAsync(content, null));

        Office.Clock.SetJapan(2026, 6, 19, 11);

        Assert.Empty(await RepeatedAsync(content, null));
    }

    private async Task<(PostApplicationId Id, PostContent Content)> SentAsync(string words)
    {
        var content = await Office.ContentAsync(words) with { Subject = "自転車の盗難" };
        var id = await Office.PublishedAsync(content);
        await GoesToAsync(id, "x");
        return (id, content with { DesiredAt = null });
    }

    // The sample police posts to the practice timeline alone
    private Task<int> GoesToAsync(PostApplicationId id, string channel) => Office.Store.DbAsync(
        db => db.Deliveries.Where(d => d.Application == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.Channel, channel), Ct), Office.Body);

    private async Task<IReadOnlyList<Finding>> RepeatedAsync(PostContent content, PostApplicationId? self)
    {
        var regulation = TestStore.Regulations.Versions("gunma-police-x")[^1];
        var unit = await Office.Store.DbAsync(db => db.Units.AsNoTracking().FirstAsync(Ct), Office.Body);
        var findings = await Office.Store.AskAsync<Screening, IReadOnlyList<Finding>>(
            s => s.FindAsync(regulation, content, unit, Stage.Draft, Office.Clock.Now, null, null, self, Ct), Office.Body);
        return [.. findings.Where(f => f.Check == "duplicate-post")];
    }
}

public sealed class PreviousPostsOnSqlite(SqliteOffice store) : PreviousPostsTests(store), IClassFixture<SqliteOffice>;

public sealed class PreviousPostsOnPostgres(PostgresOffice store) : PreviousPostsTests(store), IClassFixture<PostgresOffice>;
