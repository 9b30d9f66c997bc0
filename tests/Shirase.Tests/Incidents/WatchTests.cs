using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>The timeline of a connected account is compared with what was sent to it.</summary>
public abstract class WatchTests(TestStore store, Pds pds) : IAsyncLifetime, IClassFixture<Pds>
{
    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        _ = pds.Address;
        Office.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_8_1_1_Given_a_reply_that_was_not_sent_from_here_When_the_timeline_is_watched_Then_officer_and_manager_are_alarmed_once_and_its_words_are_kept()
    {
        var (account, opened) = await ConnectedAsync();
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        var ours = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Published, ours.State);
        var reply = await PostBehindAsync(opened, "当選しました。こちらへ", replyTo: ours.RemoteId);

        await WatchAsync();
        await WatchAsync();

        var found = await store.DbAsync(db => db.ForeignPosts.AsNoTracking().SingleAsync(f => f.Account == account, Ct), Office.Body);
        Assert.Equal((reply, "当選しました。こちらへ", true), (found.RemoteId, found.Text, found.IsAlarming));
        foreach (var login in new[] { "kobayashi", "hoshino" })
        {
            var notice = Assert.Single(await Office.NoticesAsync(login), n => n.Kind == "incident.foreign-post" && n.Text.Contains(opened.Handle, StringComparison.Ordinal));
            Assert.StartsWith("【至急】", notice.Text, StringComparison.Ordinal);
            Assert.Equal("gx-8-1-1", notice.Clause);
        }
    }

    [Fact]
    public async Task gx_8_1_1_Given_a_post_of_unknown_origin_When_somebody_says_that_it_is_ours_Then_only_officer_or_manager_with_a_reason()
    {
        var (account, opened) = await ConnectedAsync();
        await PostBehindAsync(opened, "訓練放送のお知らせ");
        await WatchAsync();
        var id = await store.DbAsync(db => db.ForeignPosts.Where(f => f.Account == account).Select(f => f.Id).SingleAsync(Ct), Office.Body);

        Assert.IsType<NotYoursToOwn>(await OwnAsync("takahashi", id, "広報係が端末から投稿"));
        Assert.IsType<OwningNeedsReason>(await OwnAsync("kobayashi", id, "　"));
        Office.Fine(await OwnAsync("kobayashi", id, "広報係がスマートフォンから投稿したことを確認"));
        Assert.IsType<ForeignPostIsSettled>(await OwnAsync("hoshino", id, "同上"));
    }

    [Fact]
    public async Task Given_posts_of_before_the_connection_and_one_whose_answer_was_lost_When_watched_Then_nobody_is_alarmed()
    {
        var opened = await pds.NewAccountAsync(Ct);
        await PostBehindAsync(opened, "接続する前の投稿", Office.Clock.Now.AddHours(-3));
        var (account, _) = await ConnectedAsync(opened);
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });
        Office.Fine(await Office.PublishAsync(id));
        var text = (await Office.DeliveryAsync(id)).OutgoingText;
        await PostBehindAsync(opened, text);
        await store.DbAsync(db => db.Deliveries.Where(d => d.Application == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Unknown), Ct));

        await WatchAsync(alone: true);

        Assert.False(await store.DbAsync(db => db.ForeignPosts.AnyAsync(f => f.Account == account, Ct), Office.Body));
    }

    [Fact]
    public async Task Given_a_post_that_vanished_without_an_order_When_watched_Then_it_is_told_once()
    {
        var (account, opened) = await ConnectedAsync();
        var id = await Office.ReadyAsync(await Office.ContentAsync() with { Accounts = [account.Value] });
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        var session = await pds.PostAsync("com.atproto.server.createSession", new { identifier = opened.Handle, password = opened.Secret }, null, Ct);
        var parts = (await Office.DeliveryAsync(id)).RemoteId["at://".Length..].Split('/');
        using (await pds.SendAsync("com.atproto.repo.deleteRecord", new { repo = parts[0], collection = parts[1], rkey = parts[2] }, session.GetProperty("accessJwt").GetString(), Ct))
        {
        }

        await WatchAsync();
        await WatchAsync();

        Assert.NotNull((await Office.DeliveryAsync(id)).SeenGoneAt);
        Assert.Single(await Office.NoticesAsync("kobayashi", id), n => n.Kind == "incident.gone");
    }

    private async Task<(AccountId Account, ChannelAccount Opened)> ConnectedAsync(ChannelAccount? opened = null)
    {
        opened ??= await pds.NewAccountAsync(Ct);
        var account = await Office.RegisterAsync(opened.Handle);
        await Office.ConnectAsync(account, pds.Address, opened.Secret!);
        await store.DbAsync(async db =>
        {
            db.Add(TimelineWatch.JobFor(await db.Accounts.SingleAsync(a => a.Id == account, Ct), Office.Clock.Now.Truncated()));
            return await db.SaveChangesAsync(Ct);
        }, Office.Body);
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        return (account, opened);
    }

    // What somebody with the password does on the platform itself
    private async Task<string> PostBehindAsync(ChannelAccount account, string text, DateTimeOffset? at = null, string? replyTo = null)
    {
        var session = await pds.PostAsync("com.atproto.server.createSession", new { identifier = account.Handle, password = account.Secret }, null, Ct);
        var record = new Dictionary<string, object>
        {
            ["$type"] = "app.bsky.feed.post",
            ["text"] = text,
            ["createdAt"] = (at ?? Office.Clock.Now).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
        if (replyTo is not null)
        {
            var cid = (await pds.RecordAsync(new(replyTo), Ct)).GetProperty("cid").GetString();
            var one = new { uri = replyTo, cid };
            record["reply"] = new { root = one, parent = one };
        }

        var created = await pds.PostAsync(
            "com.atproto.repo.createRecord", new { repo = account.Handle, collection = "app.bsky.feed.post", record }, session.GetProperty("accessJwt").GetString(), Ct);
        return created.GetProperty("uri").GetString()!;
    }

    private async Task WatchAsync(bool alone = false)
    {
        if (alone)
        {
            await store.DbAsync(db => db.Jobs.Where(j => j.Kind != TimelineWatch.Kind).ExecuteDeleteAsync(Ct));
        }

        Office.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.NotEqual(0, await Office.RunJobsAsync());
    }

    private Task<Refusal?> OwnAsync(string login, Guid id, string why) => Office.AskAsync<ForeignPosts, Refusal?>(login, (f, w) => f.OwnAsync(w, id, why, Ct));
}

public sealed class WatchOnSqlite(ConnectableSqliteOffice store, Pds pds) : WatchTests(store, pds), IClassFixture<ConnectableSqliteOffice>;

public sealed class WatchOnPostgres(ConnectablePostgresOffice store, Pds pds) : WatchTests(store, pds), IClassFixture<ConnectablePostgresOffice>;
