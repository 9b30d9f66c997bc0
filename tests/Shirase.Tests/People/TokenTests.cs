using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.People;

public sealed class TokensOnSqlite(SqliteOffice store) : TokenTests(store), IClassFixture<SqliteOffice>;

public sealed class TokensOnPostgres(PostgresOffice store) : TokenTests(store), IClassFixture<PostgresOffice>;

/// <summary>Interface tokens: who issues them, what is stored, when they end (gx-14-1-1, reading A9).</summary>
public abstract class TokenTests(TestStore store) : IAsyncLifetime
{
    private readonly Office office = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_PR_officer_When_he_issues_a_token_for_himself_Then_it_opens_as_him_and_only_its_hash_is_stored()
    {
        var issued = await IssueAsync("takahashi", "takahashi", [Scope.PostsPublish, Scope.PostsRead]);
        var holder = await OpenAsync(issued.Clear);

        Assert.StartsWith("shirase_", issued.Clear, StringComparison.Ordinal);
        Assert.Equal((await office.WhoAsync("takahashi")).Staff, holder.Value!.Person.Staff);
        Assert.Null(holder.Value.RefuseScope(Scope.PostsPublish));
        Assert.IsType<TokenLacksScope>(holder.Value.RefuseScope(Scope.PostsRemove));
        var stored = await store.DbAsync(db => db.ApiTokens.AsNoTracking().SingleAsync(t => t.Id == issued.Token.Id, Ct), Office.Body);
        Assert.Equal(ApiToken.HashOf(issued.Clear), stored.Hash);
        Assert.Equal(store.Clock.Now.Truncated().ToUniversalTime(), stored.LastUsedAt);
        Assert.Equal(TimeSpan.FromDays(90), stored.ExpiresAt - stored.IssuedAt);
        Assert.DoesNotContain(issued.Clear, issued.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(await EntriesAsync(issued.Token), e => e.Detail.Contains(issued.Clear[8..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Scope.PostsDecide)]
    [InlineData(Scope.PostsPublish)]
    [InlineData(Scope.PostsRemove)]
    [InlineData(Scope.AccountsStop)]
    public async Task gx_14_1_1_Given_an_administrator_When_he_wants_a_token_that_acts_for_another_Then_the_persons_own_acts_are_refused(string scope)
    {
        var refused = await WishAsync("horiguchi", "takahashi", [Scope.PostsRead, scope]);

        Assert.Equal("gx-14-1-1", Assert.IsType<OnlyOneselfEntrusts>(refused.Refusal).Clause);
    }

    [Fact]
    public async Task Given_an_administrator_When_he_issues_one_for_a_units_system_Then_the_person_is_told_and_may_revoke_it()
    {
        var issued = await IssueAsync("horiguchi", "tamura", [Scope.PostsDraft]);

        Assert.Contains(await office.NoticesAsync("tamura"), n => n.Kind == "token.issued");
        Assert.Null(await RevokeAsync("tamura", issued.Token.Id));
        Assert.IsType<TokenIsRevoked>((await OpenAsync(issued.Clear)).Refusal);
        Assert.IsType<TokenIsRevoked>(await RevokeAsync("tamura", issued.Token.Id));
    }

    [Fact]
    public async Task Given_anybody_else_When_he_deals_with_the_tokens_of_others_Then_refused()
    {
        var issued = await IssueAsync("tamura", "tamura", [Scope.PostsRead]);

        Assert.IsType<OnlyOwnTokens>((await WishAsync("sekiguchi", "tamura", [Scope.PostsRead])).Refusal);
        Assert.IsType<OnlyOwnTokens>(await RevokeAsync("sekiguchi", issued.Token.Id));
        Assert.Null(await RevokeAsync("horiguchi", issued.Token.Id));
    }

    [Fact]
    public async Task Given_a_token_over_its_day_When_used_again_and_again_Then_refused_and_told_to_the_journal_once_in_ten_minutes()
    {
        var before = store.Clock.Now;
        var issued = await IssueAsync("mori", "mori", [Scope.PostsRead], days: 1);
        store.Clock.Pass(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.True((await OpenAsync(issued.Clear)).IsDone);
        store.Clock.Pass(TimeSpan.FromSeconds(1));

        Assert.IsType<TokenIsExpired>((await OpenAsync(issued.Clear)).Refusal);
        Assert.IsType<TokenIsExpired>((await OpenAsync(issued.Clear)).Refusal);
        Assert.Single(await EntriesAsync(issued.Token), e => e.Verb == "token.refused");
        store.Clock.Pass(ApiToken.RefusalIsNotedEvery);
        await OpenAsync(issued.Clear);
        Assert.Equal(2, (await EntriesAsync(issued.Token)).Count(e => e.Verb == "token.refused"));
        store.Clock.Set(before);
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_holder_who_left_the_body_When_his_token_is_used_Then_it_opens_nothing_from_that_day()
    {
        var issued = await IssueAsync("tajima", "tajima", [Scope.PostsRead]);
        var (who, today) = (await office.WhoAsync("tajima"), store.Clock.Now.JapanDay());
        await store.DbAsync(async db =>
        {
            (await db.Postings.SingleAsync(p => p.Staff == who.Staff, Ct)).EndOn(today);
            return await db.SaveChangesAsync(Ct);
        });
        Assert.True((await OpenAsync(issued.Clear)).IsDone);
        var before = store.Clock.Now;
        store.Clock.Set(JapanTime.StartOf(today.AddDays(1)));

        Assert.IsType<TokenHolderIsGone>((await OpenAsync(issued.Clear)).Refusal);
        store.Clock.Set(before);
    }

    [Fact]
    public async Task Given_wishes_that_make_no_token_When_issued_Then_each_has_its_sentence()
    {
        Assert.IsType<TokenNeedsName>((await WishAsync("tamura", "tamura", [Scope.PostsRead], name: " ")).Refusal);
        Assert.IsType<TokenNeedsScope>((await WishAsync("tamura", "tamura", [])).Refusal);
        Assert.IsType<ScopeIsUnknown>((await WishAsync("tamura", "tamura", ["posts:everything"])).Refusal);
        Assert.IsType<TokenHoldsTooLong>((await WishAsync("tamura", "tamura", [Scope.PostsRead], days: 366)).Refusal);
        Assert.IsType<TokenHoldsTooLong>((await WishAsync("tamura", "tamura", [Scope.PostsRead], days: 0)).Refusal);
    }

    [Fact]
    public async Task Given_words_that_are_no_token_When_opened_Then_they_open_nothing()
    {
        foreach (var words in new[] { null, "", "shirase_", "shirase_" + new string('A', 43), "Bearer x", new string('s', 5000), "SHIRASE_abc", "shirase_\0" })
        {
            Assert.IsType<TokenIsUnknown>((await OpenAsync(words)).Refusal);
        }
    }

    [Fact]
    public async Task Given_twenty_valid_tokens_When_one_more_is_wanted_Then_refused_until_one_is_revoked()
    {
        var first = await IssueAsync("iizuka", "iizuka", [Scope.PostsRead]);
        for (var i = 1; i < 20; i++)
        {
            await IssueAsync("iizuka", "iizuka", [Scope.PostsRead]);
        }

        Assert.IsType<TooManyTokens>((await WishAsync("iizuka", "iizuka", [Scope.PostsRead])).Refusal);
        Assert.Null(await RevokeAsync("iizuka", first.Token.Id));
        Assert.True((await WishAsync("iizuka", "iizuka", [Scope.PostsRead])).IsDone);
    }

    private async Task<IssuedToken> IssueAsync(string by, string @for, string[] scopes, int? days = null)
    {
        var issued = await WishAsync(by, @for, scopes, days: days);
        Office.Fine(issued.Refusal);
        return issued.Value!;
    }

    private async Task<Result<IssuedToken>> WishAsync(string by, string @for, string[] scopes, string name = "記事管理システム", int? days = null)
    {
        var (doer, acts) = (await office.WhoAsync(by), await office.WhoAsync(@for));
        return await store.AskAsync<IssueToken, Result<IssuedToken>>(
            i => i.RunAsync(Office.Body, new(acts.Staff, null, name, scopes, days), new Act(doer.Staff, store.Clock.Now.ToUniversalTime().Truncated()), Ct), Office.Body);
    }

    private async Task<Refusal?> RevokeAsync(string by, Guid id)
    {
        var doer = await office.WhoAsync(by);
        return await store.AskAsync<RevokeToken, Refusal?>(r => r.RunAsync(new(Office.Body, doer.Staff, store.Clock.Now.ToUniversalTime().Truncated()), id, Ct), Office.Body);
    }

    // Without a body, as a request comes before anybody knows whose it is
    private Task<Result<TokenHolder>> OpenAsync(string? clear) => store.InAsync(s => s.GetRequiredService<TokenHolders>().OpenAsync(clear, Ct));

    private Task<List<Core.Records.JournalEntry>> EntriesAsync(ApiToken token) =>
        store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Subject == $"token/{token.Id}").ToListAsync(Ct), Office.Body);
}
