using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.Text;
using Shirase.Tests.Ishikawa;
using Shirase.Text.Links;
using Xunit;

namespace Shirase.Tests.Text.Links;

/// <summary>Links of messages, followed when they are filed and again while the post stands (is-3-7), on real connections.</summary>
public abstract class LinkTests(TestStore store, LinkSites sites) : IshikawaTests(store)
{
    private const string Page = "http://www2.police.pref.ishikawa.lg.jp/koutsuu/";
    private const string Campaign = "http://kotsu.example.com/haru";

    [Fact]
    public async Task is_3_7_Given_an_unknown_host_that_passes_readers_on_When_filed_Then_refused_with_the_final_address()
    {
        sites.PassesOn(Campaign, Page);
        sites.Stands(Page);

        var refused = Assert.IsType<FindingRefuses>(await FileAsync($"詳しくは {Campaign} を御覧ください。"));

        Assert.Equal("is-3-7", refused.Clause);
        Assert.Contains(Page, refused.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_3_7_Given_a_poster_whose_QR_code_holds_a_short_address_When_filed_Then_refused_naming_the_image()
    {
        SkipWithoutZbar();
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Assert.True((await Office.AskAsync<Attaching, Result<MediaItem>>("kinoshita", (a, w) => a.AttachAsync(id, w, QrPicture.Of("https://x.gd/abc"), Ct))).IsDone);
        Fine(await Office.EditAsync(id, c => c with { Media = [.. c.Media.Select(m => m with { Alt = "催しのポスター", Origin = "own", RightHolder = "石川県警察", Basis = "own-work" })] }));

        var refused = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        Assert.Equal("is-3-7", refused.Clause);
        Assert.Contains("画像1枚目のQRコード", refused.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_3_7_Given_a_link_that_stays_on_its_site_When_filed_sent_and_gone_a_week_later_Then_a_task_names_post_and_link_and_ends_with_the_page()
    {
        sites.PassesOn("http://police.pref.ishikawa.lg.jp/natsu/", "http://www2.police.pref.ishikawa.lg.jp/natsu/index.html");
        sites.Stands("http://www2.police.pref.ishikawa.lg.jp/natsu/index.html");
        const string Link = "http://police.pref.ishikawa.lg.jp/natsu/";
        var id = await Office.ReadyAsync(await Office.ContentAsync($"夏の交通安全運動を行います。詳しくは {Link} を御覧ください。"));
        Office.Store.Clock.SetJapan(2026, 6, 18, 10);
        Fine(await Office.PublishAsync(id));
        await RunJobsAsync();
        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
        await RoundAsync();

        sites.IsGone("http://www2.police.pref.ishikawa.lg.jp/natsu/index.html");
        Office.Store.Clock.SetJapan(2026, 6, 23, 10);
        await RoundAsync();
        Assert.Null(await TaskAsync(id));
        Office.Store.Clock.SetJapan(2026, 6, 25, 11, 30);
        await RoundAsync();

        var task = await TaskAsync(id);
        Assert.NotNull(task);
        Assert.Equal(("is-3-7", Link, $"application/{id}", true), (task.Clause, task.Why, task.Subject, task.IsOpen));

        sites.Stands("http://www2.police.pref.ishikawa.lg.jp/natsu/index.html");
        Office.Store.Clock.SetJapan(2026, 6, 25, 13);
        await RoundAsync();
        Assert.Equal("link.answers", (await TaskAsync(id))!.Outcome);
    }

    [Fact]
    public async Task is_3_7_Given_a_server_in_trouble_for_an_hour_When_looked_at_Then_nobody_is_given_a_task_before_a_day_has_passed()
    {
        const string Link = "http://www2.police.pref.ishikawa.lg.jp/aki/";
        sites.Stands(Link);
        var id = await Office.ReadyAsync(await Office.ContentAsync($"秋の交通安全運動を行います。詳しくは {Link} を御覧ください。"));
        Office.Store.Clock.SetJapan(2026, 6, 18, 10);
        Fine(await Office.PublishAsync(id));
        await RunJobsAsync();
        await RoundAsync();

        sites.Breaks(Link);
        Office.Store.Clock.SetJapan(2026, 6, 26, 11);
        await RoundAsync();
        Assert.Null(await TaskAsync(id));
        Office.Store.Clock.SetJapan(2026, 6, 27, 12);
        await RoundAsync();

        Assert.True((await TaskAsync(id))!.IsOpen);
    }

    [Fact]
    public async Task is_3_7_Given_a_link_that_nobody_answers_When_filed_Then_it_passes_only_with_a_reason()
    {
        const string Link = "http://www2.police.pref.ishikawa.lg.jp/fuyu/";
        var content = await Office.ContentAsync($"冬の交通安全運動を行います。詳しくは {Link} を御覧ください。");

        Assert.Equal("is-3-7", (await Office.SubmitAsync(await Office.BeginAsync(content)))!.Clause);
        Fine(await Office.SubmitAsync(await Office.BeginAsync(Justified(content, $"url-dead|{Link}"))));
    }

    [Fact]
    public async Task is_3_7_Given_a_link_that_changes_its_end_after_approval_When_sent_Then_it_is_held_at_the_gate()
    {
        const string Link = "http://kotsu.ishikawa.example.com/";
        sites.Stands(Link);
        var id = await Office.ReadyAsync(await Office.ContentAsync($"催しを開きます。詳しくは {Link} を御覧ください。"));
        sites.PassesOn(Link, "http://casino.example.org/");
        sites.Stands("http://casino.example.org/");
        Office.Store.Clock.SetJapan(2026, 6, 18, 10);

        Assert.Equal("is-3-7", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);
    }

    private async Task<Refusal?> FileAsync(string body) => await Office.SubmitAsync(await Office.BeginAsync(await Office.ContentAsync(body)));

    private Task<Core.Duties.Duty?> TaskAsync(PostApplicationId id) => Office.Store.DbAsync(
        db => db.Duties.AsNoTracking().SingleOrDefaultAsync(d => d.Rule == "dead-link" && d.Subject == $"application/{id}"), IshikawaOffice.Body);

    // The hourly round over links, and the look at duties that follows it
    private async Task RoundAsync()
    {
        foreach (var kind in new[] { LinkRoundJob.Kind, DutyJob.Kind })
        {
            var job = new Job(Guid.NewGuid(), IshikawaOffice.Body, kind, Guid.Empty, Office.Store.Clock.Now, Office.Store.Clock.Now);
            await Office.Store.InAsync(services => services.GetRequiredKeyedService<IJobHandler>(kind).RunAsync(job, Ct), IshikawaOffice.Body);
        }
    }

    private static void SkipWithoutZbar() => Assert.SkipUnless(
        File.Exists("/usr/bin/zbarimg") && File.Exists("/usr/bin/vipsthumbnail"), "zbarimg or vipsthumbnail is not installed; tests/servers/install.sh installs them.");
}

public sealed class LinksOnSqlite(SqliteLinkOffice store) : LinkTests(store, store.Sites), IClassFixture<SqliteLinkOffice>;

public sealed class LinksOnPostgres(PostgresLinkOffice store) : LinkTests(store, store.Sites), IClassFixture<PostgresLinkOffice>;

public sealed class SqliteLinkOffice : SqliteStore
{
    public SqliteLinkOffice() => Also = LinkOffice.Equip(Sites);

    public LinkSites Sites { get; } = new();
}

public sealed class PostgresLinkOffice : PostgresStore
{
    public PostgresLinkOffice() => Also = LinkOffice.Equip(Sites);

    public LinkSites Sites { get; } = new();
}

internal static class LinkOffice
{
    public static Action<IServiceCollection> Equip(LinkSites sites) => services =>
    {
        sites.StartAsync().GetAwaiter().GetResult();
        Office.Equip(services);
        services.AddOutbound().AddLinkFollower().AddDuties();
        sites.Serve(services);
    };
}
