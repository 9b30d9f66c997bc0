using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Links;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.Text;
using Shirase.Text.Links;
using Xunit;

namespace Shirase.Tests.Text.Links;

/// <summary>岡山 5(2)エ: what others' pages said when we linked to them, on real connections.</summary>
public abstract class LinkCaptureTests(TestStore store, LinkSites sites) : IAsyncLifetime
{
    private const string Link = "http://matsuri.example.com/haru/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 14);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ok_5_2_e_2_Given_a_linked_page_that_shows_something_else_When_it_is_read_a_month_later_Then_a_task_is_open_with_both_captures()
    {
        const string Program = "後楽園の春のまつりの案内です。日時は五月二十日の午前十時から午後三時まで、会場は園内の芝生広場です。入園料が必要です。";
        sites.Stands(Link, $"<html><body><h1>{Program}</h1></body></html>");
        var id = await PublishedAsync();
        await RoundAsync();
        await RoundAsync();
        var first = Assert.Single(await CapturesAsync(id));
        Assert.Equal((Link, Program), (first.Address, first.Text));

        // A date more on the page is the same page, and within thirty days nobody asks again
        sites.Stands(Link, $"<html><body><h1>{Program}</h1><p>更新しました。</p></body></html>");
        store.Clock.Set(store.Clock.Now.AddDays(29));
        await RoundAsync();
        Assert.Equal(first.ReadAt, (await CapturesAsync(id))[0].ReadAt);
        store.Clock.Set(store.Clock.Now.AddDays(2));
        await RoundAsync();
        Assert.Equal(store.Clock.Now.Truncated(), Assert.Single(await CapturesAsync(id)).ReadAt);
        Assert.Empty(await TasksAsync(id));

        sites.Stands(Link, "<html><body>高収入の副業を紹介します。登録はこちらから。だれでも簡単にかせげると評判のサイトです。</body></html>");
        store.Clock.Set(store.Clock.Now.AddDays(31));
        await RoundAsync();
        await RoundAsync();

        var captures = await CapturesAsync(id);
        Assert.Equal(2, captures.Count);
        Assert.Contains("副業", captures[1].Text, StringComparison.Ordinal);
        var task = Assert.Single(await TasksAsync(id));
        Assert.Equal(("ok-5-2-e-2", Link, true), (task.Clause, task.Why, task.IsOpen));

        Office.Fine(await Okayama.RemoveAsync(id));
        await Okayama.RunJobsAsync();
        await RoundAsync();
        Assert.False(Assert.Single(await TasksAsync(id)).IsOpen);
        Assert.Equal(2, (await CapturesAsync(id)).Count);
    }

    private async Task<PostApplicationId> PublishedAsync()
    {
        var content = await Okayama.ContentAsync($"後楽園で春のまつりを開きます。詳しくは {Link} を御覧ください。");
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (await AskedAsync(content with { KeptReasons = reasons }) is { } finding && reasons.Count < 5)
        {
            reasons[finding.Key] = "主催する実行委員会のページで、担当者が内容を確かめた。";
        }

        return await Okayama.PublishedAsync(content with { KeptReasons = reasons });
    }

    // What the author has to give a reason for
    private async Task<Finding?> AskedAsync(PostContent content) => await Okayama.SubmitAsync(await Okayama.BeginAsync(content)) switch
    {
        FindingRefuses refused => refused.Finding,
        ReasonIsMissing missing => missing.Finding,
        _ => null,
    };

    private Task<List<LinkCapture>> CapturesAsync(PostApplicationId id) =>
        store.DbAsync(db => db.LinkCaptures.AsNoTracking().Where(c => c.Application == id).OrderBy(c => c.At).ToListAsync(Ct), Samples.SampleCast.Okayama);

    private Task<List<Duty>> TasksAsync(PostApplicationId id) =>
        store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == "link-changed" && d.Subject == $"application/{id}").ToListAsync(Ct), Samples.SampleCast.Okayama);

    private async Task RoundAsync()
    {
        foreach (var kind in new[] { LinkCaptureJob.Kind, DutyJob.Kind })
        {
            var job = new Job(Guid.NewGuid(), Samples.SampleCast.Okayama, kind, Guid.Empty, store.Clock.Now, store.Clock.Now);
            await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(kind).RunAsync(job, Ct), Samples.SampleCast.Okayama);
        }
    }
}

public sealed class LinkCapturesOnSqlite(SqliteLinkOffice store) : LinkCaptureTests(store, store.Sites), IClassFixture<SqliteLinkOffice>;

public sealed class LinkCapturesOnPostgres(PostgresLinkOffice store) : LinkCaptureTests(store, store.Sites), IClassFixture<PostgresLinkOffice>;
