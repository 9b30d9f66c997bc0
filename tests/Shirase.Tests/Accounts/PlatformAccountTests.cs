using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Outbox;
using Shirase.TestKit.Platforms;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>Accounts on Facebook and Mastodon through the whole product: connecting, a lost answer, the daily look.</summary>
public abstract class PlatformAccountTests(TestStore store, Func<ConnectedPlatforms> platforms) : OfficeTests(store)
{
    private FacebookServer Facebook => platforms().Facebook;

    private MastodonServer Mastodon => platforms().Mastodon;

    [Fact]
    public async Task Given_a_persons_token_When_a_Page_is_connected_Then_the_Pages_own_token_is_kept_and_a_post_goes_out()
    {
        var page = Facebook.AddPage();

        var (account, refusal) = await Office.ConnectToAsync("facebook", page.Name, Facebook.Address, Facebook.PersonOf(page));

        Assert.Null(refusal);
        Assert.Equal(page.Token, await KeptAsync(account));
        var id = await Office.PublishedAsync((await Office.ContentAsync("詐欺の電話が増えています。")) with { Accounts = [account.Value] });
        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, "facebook", true), (delivery.State, delivery.Channel, delivery.ReadBackMatches));
        Assert.Equal(1, Facebook.CountOf(page));
    }

    [Fact]
    public async Task gx_2_1_b_Given_the_token_of_another_Page_When_connected_Then_it_is_refused_and_nothing_is_kept()
    {
        var (page, other) = (Facebook.AddPage(), Facebook.AddPage());

        var (account, refusal) = await Office.ConnectToAsync("facebook", page.Name, Facebook.Address, other.Token);

        Assert.IsType<HandleDiffers>(refusal);
        Assert.Null(await Office.Store.DbAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.ProtectedSecret).SingleAsync(Ct), Office.Body));
        Assert.IsType<CredentialsNotAccepted>((await Office.ConnectToAsync("facebook", page.Name + "x", Facebook.Address, "token-of-nobody")).Refusal);
    }

    [Theory]
    [InlineData("facebook", FacebookServer.Feed)]
    [InlineData("mastodon", MastodonServer.Create)]
    public async Task Given_a_lost_answer_When_the_jobs_run_Then_one_post_stands_and_is_known(string channel, string operation)
    {
        var (page, user) = (Facebook.AddPage(), Mastodon.AddUser());
        var (account, refusal) = channel == "facebook"
            ? await Office.ConnectToAsync(channel, page.Name, Facebook.Address, page.Token)
            : await Office.ConnectToAsync(channel, user.Name, Mastodon.Address, user.Token);
        Assert.Null(refusal);
        var id = await Office.ReadyAsync((await Office.ContentAsync("詐欺の電話が増えています。")) with { Accounts = [account.Value] });
        ((PlatformServer)(channel == "facebook" ? Facebook : Mastodon)).Do(PlatformFault.LoseTheAnswer, operation);

        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        for (var i = 0; i < 5 && (await Office.DeliveryAsync(id)).State != DeliveryState.Published; i++)
        {
            Office.Clock.Pass(TimeSpan.FromMinutes(2));
            await Office.RunJobsAsync();
        }

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal((DeliveryState.Published, channel, true), (delivery.State, delivery.Channel, delivery.ReadBackMatches));
        Assert.Equal(1, Facebook.CountOf(page) + Mastodon.CountOf(user));
    }

    [Fact]
    public async Task Given_a_token_that_ends_in_a_week_When_looked_at_each_morning_Then_officer_and_administrators_are_told_when()
    {
        var page = Facebook.AddPage();
        var (account, refusal) = await Office.ConnectToAsync("facebook", page.Name, Facebook.Address, page.Token);
        Assert.Null(refusal);
        page.EndsAt = Office.Clock.Now.AddDays(30);
        await LookAsync(account);
        Assert.DoesNotContain(await Office.NoticesAsync("kobayashi"), n => n.Text.Contains(page.Name, StringComparison.Ordinal));

        page.EndsAt = new DateTimeOffset(2026, 6, 18, 12, 0, 0, JapanTime.Offset);
        await LookAsync(account);

        foreach (var person in new[] { "horiguchi", "kobayashi" })
        {
            var notice = Assert.Single(await Office.NoticesAsync(person), n => n.Text.Contains(page.Name, StringComparison.Ordinal));
            Assert.Equal(AccountNotices.Ending, notice.Kind);
            Assert.Contains("2026年6月18日", notice.Text, StringComparison.Ordinal);
        }

        page.Scopes = ["pages_read_engagement", "pages_manage_engagement"];
        await LookAsync(account);
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Text.Contains("pages_manage_posts", StringComparison.Ordinal));
        Assert.Equal(HandleCheck.Same, (await Office.Store.DbAsync(db => db.AccountHealth.AsNoTracking().SingleAsync(h => h.Id == account, Ct), Office.Body)).Check);
    }

    private Task<DateTimeOffset?> LookAsync(AccountId account) => Office.Store.AskAsync<AccountCheckJob, DateTimeOffset?>(
        j => j.RunAsync(new Job(Guid.NewGuid(), Office.Body, AccountCheckJob.Kind, account.Value, Office.Clock.Now, Office.Clock.Now), Ct), Office.Body);

    private Task<string?> KeptAsync(AccountId account) => Office.Store.InAsync(async s =>
    {
        var db = (Shirase.Storage.ShiraseDb)s.GetService(typeof(Shirase.Storage.ShiraseDb))!;
        var row = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, Ct);
        return ((ChannelAccounts)s.GetService(typeof(ChannelAccounts))!).Open(row).Secret;
    }, Office.Body);
}

public sealed class PlatformAccountOnSqlite(PlatformsOnSqlite store) : PlatformAccountTests(store, () => store.Platforms), IClassFixture<PlatformsOnSqlite>;

public sealed class PlatformAccountOnPostgres(PlatformsOnPostgres store) : PlatformAccountTests(store, () => store.Platforms), IClassFixture<PlatformsOnPostgres>;
