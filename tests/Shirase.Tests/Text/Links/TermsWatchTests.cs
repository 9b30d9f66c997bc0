using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.Text;
using Xunit;

namespace Shirase.Tests.Text.Links;

/// <summary>栃木 2(4): the terms of an operator are read again by themselves, on real connections.</summary>
public abstract class TermsWatchTests(TestStore store, LinkSites sites) : IAsyncLifetime
{
    private const string Address = "http://terms.example.com/ja/";

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 18);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_2_4_b_Given_terms_that_say_something_else_on_1_June_When_they_are_read_again_Then_each_account_has_a_review_with_both_texts_due_in_14_days()
    {
        var (platform, account) = await NewAccounts.OpenedAsync(Tochigi);
        Assert.Equal("to-2-4-a", (await AddressAsync(platform, "terms.example.com"))?.Clause);
        Office.Fine(await AddressAsync(platform, Address));
        sites.Stands(Address, "<html><body><p>第１条　裁判管轄は東京地方裁判所とします。</p></body></html>");
        await RoundAsync();
        store.Clock.SetJapan(2026, 5, 25, 10, 30);
        await RoundAsync();
        Assert.Empty(await TasksAsync(account));
        Assert.Null(await ChangeAsync(platform));

        sites.Stands(Address, "<html><body><p>第１条　裁判管轄はサンフランシスコの裁判所とします。</p></body></html>");
        store.Clock.SetJapan(2026, 5, 30);
        await RoundAsync();
        Assert.Empty(await TasksAsync(account));
        store.Clock.SetJapan(2026, 6, 1, 11);
        await RoundAsync();
        await RoundAsync();

        var task = Assert.Single(await TasksAsync(account));
        Assert.Equal(("to-2-4-b", true, new DateOnly(2026, 6, 15)), (task.Clause, task.IsOpen, task.Due.JapanDay()));
        var (before, now) = (await ChangeAsync(platform))!.Value;
        Assert.Contains("東京地方裁判所", before.Text, StringComparison.Ordinal);
        Assert.Contains("サンフランシスコ", now.Text, StringComparison.Ordinal);

        store.Clock.SetJapan(2026, 6, 10);
        var points = TestStore.Regulations.Versions("tochigi-social-media")[^1].Terms!.Points.ToDictionary(p => p.Id, p => (bool?)false);
        Office.Fine(await Tochigi.AskAsync<KeepTerms, Refusal?>("shinohara", (k, w) => k.ReviewAsync(w, platform, new(now.Text, points, "", ""), Ct)));
        await RoundAsync();
        Assert.False(Assert.Single(await TasksAsync(account)).IsOpen);
        Assert.Null(await ChangeAsync(platform));
    }

    private Task<Refusal?> AddressAsync(Guid platform, string address) =>
        Tochigi.AskAsync<KeepTerms, Refusal?>("shinohara", (k, w) => k.AddressAsync(w, platform, address, Ct));

    private Task<(Core.Accounts.TermsLook Before, Core.Accounts.TermsLook Now)?> ChangeAsync(Guid platform) => store.DbAsync(db => db.TermsChangeOfAsync(platform, Ct), SampleCast.Tochigi);

    private Task<List<Duty>> TasksAsync(AccountId account) =>
        store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == "terms-change" && d.Account == account).ToListAsync(Ct), SampleCast.Tochigi);

    private async Task RoundAsync()
    {
        foreach (var kind in new[] { TermsWatch.Kind, DutyJob.Kind })
        {
            var job = new Job(Guid.NewGuid(), SampleCast.Tochigi, kind, Guid.Empty, store.Clock.Now, store.Clock.Now);
            await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(kind).RunAsync(job, Ct), SampleCast.Tochigi);
        }
    }
}

public sealed class TermsWatchOnSqlite(SqliteLinkOffice store) : TermsWatchTests(store, store.Sites), IClassFixture<SqliteLinkOffice>;

public sealed class TermsWatchOnPostgres(PostgresLinkOffice store) : TermsWatchTests(store, store.Sites), IClassFixture<PostgresLinkOffice>;
