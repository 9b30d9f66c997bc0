using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>An own post is continued by an ordinary application; nobody is addressed, so it is no reply.</summary>
public abstract class ContinuingTests(TestStore store) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IshikawaOffice Ishikawa { get; } = new(store);

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 6, 18, 9, 30);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task is_3_5_a_Given_an_own_post_When_a_sender_continues_it_Then_it_takes_the_ordinary_path_and_stands_under_the_own_post()
    {
        var own = await PublishedAsync("夕暮れ時は反射材を着けましょう。");
        var begun = await ContinueAsync(own);
        Assert.True(begun.IsDone, begun.Refusal?.Text.Ja);
        var elsewhere = Guid.NewGuid();
        Office.Fine(await Ishikawa.EditAsync(begun.Value, c => c with { Body = "横断歩道では歩行者が優先です。", DesiredAt = store.Clock.Now.AddHours(1).InJapan(), CaseInformation = "no", Accounts = [elsewhere] }));
        Office.Fine(await Ishikawa.SubmitAsync(begun.Value));
        Assert.Equal("is-2-4-b", (await Ishikawa.PublishAsync(begun.Value))?.Clause);
        Office.Fine(await Ishikawa.ApproveAsync(begun.Value));
        Office.Fine(await Ishikawa.PublishAsync(begun.Value));
        await Okayama.RunJobsAsync();

        var (first, second) = (Assert.Single(await Ishikawa.DeliveriesAsync(own)), Assert.Single(await Ishikawa.DeliveriesAsync(begun.Value)));
        Assert.Equal(DeliveryState.Published, second.State);
        Assert.Equal(first.RemoteId, await store.DbAsync(db => db.PracticePosts.Where(p => p.Id == second.RemoteId).Select(p => p.ContinuationOf).SingleAsync(Ct), IshikawaOffice.Body));
    }

    [Fact]
    public async Task is_3_5_a_Given_the_own_post_was_removed_When_the_continuation_is_ordered_Then_refused_And_it_does_not_stand_by_itself()
    {
        var own = await PublishedAsync("自転車も左側を通りましょう。");
        var begun = await ContinueAsync(own);
        Office.Fine(await Ishikawa.EditAsync(begun.Value, c => c with { Body = "ヘルメットも着けましょう。", DesiredAt = store.Clock.Now.AddHours(1).InJapan(), CaseInformation = "no" }));
        Office.Fine(await Ishikawa.SubmitAsync(begun.Value));
        Office.Fine(await Ishikawa.ApproveAsync(begun.Value));
        Office.Fine(await Ishikawa.AskAsync<Removing, Refusal?>("nakamura", (r, w) => r.OrderAsync(own, w, IshikawaOffice.Terminal, Ct)));
        await Okayama.RunJobsAsync();

        var refusal = Assert.IsType<GateIsClosed>(await Ishikawa.PublishAsync(begun.Value));

        Assert.Contains("続きを付ける投稿が掲載されていません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal("is-3-5-a", (await ContinueAsync(own)).Refusal?.Clause);
    }

    [Fact]
    public async Task Given_a_document_that_does_not_say_so_When_an_own_post_is_continued_Then_refused()
    {
        store.Clock.SetJapan(2026, 5, 14, 10);
        var own = await Okayama.PublishedAsync(await Okayama.ContentAsync());

        var begun = await Okayama.AskAsync<Continuing, Result<PostApplicationId>>("namba", (c, w) => c.BeginAsync(own, w, Ct));

        Assert.IsType<ContinuationNotAllowed>(begun.Refusal);
    }

    [Fact]
    public async Task Given_a_channel_without_threads_When_its_post_is_continued_Then_a_sentence_says_so()
    {
        var own = await PublishedAsync("信号をよく見て渡りましょう。");
        var account = new AccountId(await Ishikawa.AccountAsync());
        await store.DbAsync(db => db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.Channel, "website"), Ct), IshikawaOffice.Body);
        try
        {
            var begun = await ContinueAsync(own);

            Assert.Contains("投稿に続きを付ける仕組みがありません", Assert.IsType<ChannelHasNoThreads>(begun.Refusal).Text.Ja, StringComparison.Ordinal);
        }
        finally
        {
            await store.DbAsync(db => db.Accounts.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.Channel, "drill"), Ct), IshikawaOffice.Body);
        }
    }

    private Task<Result<PostApplicationId>> ContinueAsync(PostApplicationId own) =>
        Ishikawa.AskAsync<Continuing, Result<PostApplicationId>>("kinoshita", (c, w) => c.BeginAsync(own, w, Ct));

    private async Task<PostApplicationId> PublishedAsync(string text)
    {
        var id = await Ishikawa.ReadyAsync(await Ishikawa.ContentAsync(text));
        Office.Fine(await Ishikawa.PublishAsync(id));
        await Okayama.RunJobsAsync();
        return id;
    }
}

public sealed class ContinuingOnSqlite(OfficeWithDuties store) : ContinuingTests(store), IClassFixture<OfficeWithDuties>;

public sealed class ContinuingOnPostgres(PostgresOfficeWithDuties store) : ContinuingTests(store), IClassFixture<PostgresOfficeWithDuties>;
