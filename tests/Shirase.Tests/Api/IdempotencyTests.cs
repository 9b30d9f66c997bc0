using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Records;
using Shirase.Storage;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Api;

/// <summary>Over HTTP: a repeated call is answered and not done again.</summary>
public sealed class IdempotencyTests(ApiApp app) : IClassFixture<ApiApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_call_When_it_is_repeated_under_its_key_Then_the_same_answer_and_one_act()
    {
        using var author = await app.ClientAsync("tamura");
        var first = await author.PostAsync("posts", new { content = new { subject = "一度だけ" } }, "key-1");
        author.Is(HttpStatusCode.Created);
        var (location, tag) = (author.Last.Headers.Location, author.Last.Headers.ETag);
        Assert.False(author.Last.Headers.Contains("Idempotency-Replayed"));

        var again = await author.PostAsync("posts", new { content = new { subject = "一度だけ" } }, "key-1");

        author.Is(HttpStatusCode.Created);
        Assert.Equal(first.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
        Assert.Equal((location, tag), (author.Last.Headers.Location, author.Last.Headers.ETag));
        Assert.Equal("true", author.Last.Headers.GetValues("Idempotency-Replayed").Single());
        var all = await app.Store.DbAsync(db => db.Applications.AsNoTracking().Include(a => a.Versions).ToListAsync(Ct));
        Assert.Single(all, a => a.Current.Content.Subject == "一度だけ");
    }

    [Fact]
    public async Task Given_a_key_When_another_call_comes_under_it_Then_422_and_for_another_token_it_is_free()
    {
        using var author = await app.ClientAsync("tamura");
        using var other = await app.ClientAsync("nakajima");
        var id = (await author.PostAsync("posts", new { content = new { subject = "甲" } }, "key-2")).GetProperty("id").GetGuid();

        await author.PostAsync("posts", new { content = new { subject = "乙" } }, "key-2");
        author.Refused(HttpStatusCode.UnprocessableEntity, "IdempotencyKeyIsTaken");
        await author.PostAsync($"posts/{id}/recall", new { }, "key-2");
        author.Refused(HttpStatusCode.UnprocessableEntity, "IdempotencyKeyIsTaken");
        await other.PostAsync("posts", new { content = new { subject = "乙" } }, "key-2");
        other.Is(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two words")]
    public async Task Given_no_key_or_none_that_can_be_kept_When_an_act_is_called_Then_400(string? key)
    {
        using var author = await app.ClientAsync("tamura");

        await author.SendAsync(HttpMethod.Post, "posts", """{"content":{}}""", key);

        author.Refused(HttpStatusCode.BadRequest, "IdempotencyKeyIsNeeded");
        await author.SendAsync(HttpMethod.Post, "posts", """{"content":{}}""", new string('k', 201));
        author.Refused(HttpStatusCode.BadRequest, "IdempotencyKeyIsNeeded");
    }

    [Fact]
    public async Task Given_a_refused_call_When_mended_and_repeated_under_its_key_Then_it_is_done()
    {
        using var author = await app.ClientAsync("tamura");
        await author.PostAsync("posts", new { content = new { body = new string('a', 20_001) } }, "key-3");
        author.Refused(HttpStatusCode.UnprocessableEntity, "EntryTooLong");
        await author.SendAsync(HttpMethod.Post, "posts", "{", "key-3");
        author.Refused(HttpStatusCode.BadRequest, "BodyIsUnreadable");

        await author.PostAsync("posts", new { content = new { body = "短い" } }, "key-3");

        author.Is(HttpStatusCode.Created);
        Assert.False(author.Last.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Given_a_day_When_it_has_passed_Then_the_key_is_free_again()
    {
        using var author = await app.ClientAsync("tamura");
        var first = (await author.PostAsync("posts", new { content = new { } }, "key-4")).GetProperty("id").GetGuid();
        var before = app.Clock.Now;
        app.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal(first, (await author.PostAsync("posts", new { content = new { } }, "key-4")).GetProperty("id").GetGuid());
        app.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.NotEqual(first, (await author.PostAsync("posts", new { content = new { } }, "key-4")).GetProperty("id").GetGuid());
        app.Clock.Set(before);
    }

    [Fact]
    public async Task Given_many_repetitions_at_once_When_sent_Then_one_act_and_the_rest_is_told_that_it_runs_or_was_done()
    {
        using var author = await app.ClientAsync("tamura");
        var token = author.Http.DefaultRequestHeaders.Authorization!.Parameter;
        var codes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var client = app.Client(token);
            await client.PostAsync("posts", new { content = new { subject = "同時に" } }, "key-5");
            return (client.Status, client.Code);
        }));

        Assert.All(codes, c => Assert.True(c.Status == HttpStatusCode.Created || c == (HttpStatusCode.Conflict, "CallIsRunning"), $"{c}"));
        var all = await app.Store.DbAsync(db => db.Applications.AsNoTracking().Include(a => a.Versions).ToListAsync(Ct));
        Assert.Single(all, a => a.Current.Content.Subject == "同時に");
    }

    [Fact]
    public async Task Given_kept_answers_When_the_database_is_read_Then_it_holds_no_word_of_them()
    {
        using var author = await app.ClientAsync("tamura");
        await author.PostAsync("posts", new { content = new { subject = "見えない件名" } }, "key-6");

        var kept = await app.Store.DbAsync(db => db.IdempotentCalls.AsNoTracking().SingleAsync(c => c.Key == "key-6", Ct));

        Assert.NotNull(kept.Answer);
        Assert.StartsWith("application/", kept.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("見えない", kept.Answer, StringComparison.Ordinal);
    }
}

public sealed class CallsOnSqlite(SqliteOffice store) : CallTests(store), IClassFixture<SqliteOffice>;

public sealed class CallsOnPostgres(PostgresOffice store) : CallTests(store), IClassFixture<PostgresOffice>;

/// <summary>What a crash leaves of a call, at every line between its name and its answer.</summary>
public abstract class CallTests(TestStore store) : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(2);
    private static readonly Guid Token = Guid.NewGuid();

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
    public async Task Given_a_crash_before_the_act_When_repeated_after_the_bound_Then_it_is_taken_over_and_the_dead_one_cannot_act_any_more()
    {
        var dead = Assert.IsType<CallClaim.Begun>(await BeginAsync("k1"));
        Assert.IsType<CallClaim.Running>(await BeginAsync("k1"));
        store.Clock.Pass(Dead);

        var second = Assert.IsType<CallClaim.Begun>(await BeginAsync("k1"));

        Assert.Equal(dead.Fence + 1, second.Fence);
        await Assert.ThrowsAsync<CallWasTakenOverException>(() => ActAsync(dead, "死んだはずの呼出し"));
        await ActAsync(second, "引き継いだ呼出し");
        var subjects = await store.DbAsync(db => db.Applications.AsNoTracking().Include(a => a.Versions).ToListAsync(Ct), Office.Body);
        Assert.Single(subjects, a => a.Current.Content.Subject == "引き継いだ呼出し");
        Assert.DoesNotContain(subjects, a => a.Current.Content.Subject == "死んだはずの呼出し");
    }

    [Fact]
    public async Task Given_a_crash_between_act_and_answer_When_repeated_Then_it_is_told_where_to_look_and_nothing_is_done_again()
    {
        var call = Assert.IsType<CallClaim.Begun>(await BeginAsync("k2"));
        await ActAsync(call, "応答だけ失われた");
        Assert.IsType<CallClaim.Running>(await BeginAsync("k2"));
        store.Clock.Pass(Dead);

        Assert.StartsWith("application/", Assert.IsType<CallClaim.Lost>(await BeginAsync("k2")).Subject, StringComparison.Ordinal);
        Assert.IsType<CallClaim.Lost>(await BeginAsync("k2"));
    }

    [Fact]
    public async Task Given_an_act_that_was_rolled_back_When_it_ends_Then_its_key_is_free()
    {
        var call = Assert.IsType<CallClaim.Begun>(await BeginAsync("k3"));
        await store.InAsync(async s =>
        {
            var db = (ShiraseDb)s.GetService(typeof(ShiraseDb))!;
            db.ActsFor(call);
            await using var change = await db.BeginChangeAsync(Office.Body, Ct);
            db.Record(Office.Body, store.Clock.Now.ToUniversalTime(), "test.rolled-back", "test/1");
            await db.SaveChangesAsync(Ct);
            return true;
        }, Office.Body);
        await EndAsync(call, null);

        Assert.IsType<CallClaim.Begun>(await BeginAsync("k3"));
    }

    [Fact]
    public async Task Given_an_answer_When_the_same_and_another_call_come_Then_the_answer_and_a_refusal()
    {
        var call = Assert.IsType<CallClaim.Begun>(await BeginAsync("k4"));
        await ActAsync(call, "済み");
        await EndAsync(call, new(201, "application/json", "/x", "\"0\"", [1, 2, 3]));

        var answer = Assert.IsType<CallClaim.Answered>(await BeginAsync("k4")).Answer;
        Assert.Equal((201, "/x", "\"0\""), (answer.Status, answer.Location, answer.ETag));
        Assert.Equal([1, 2, 3], answer.Body);
        Assert.IsType<CallClaim.OfAnother>(await BeginAsync("k4", "another"));
    }

    private Task<CallClaim> BeginAsync(string key, string fingerprint = "f") => store.AskAsync<IdempotentCalls, CallClaim>(
        c => c.BeginAsync(Office.Body, Token, key, fingerprint, store.Clock.Now.ToUniversalTime().Truncated(), Day, Dead, Ct));

    private Task<bool> EndAsync(CallClaim.Begun call, CallAnswer? answer) => store.AskAsync<IdempotentCalls, bool>(async c =>
    {
        await c.EndAsync(call, answer, Ct);
        return true;
    });

    private async Task ActAsync(CallClaim.Begun call, string subject)
    {
        var who = await office.WhoAsync("tamura");
        var unit = await store.DbAsync(db => db.Postings.Where(p => p.Staff == who.Staff).Select(p => p.Unit).FirstAsync(Ct));
        await store.InAsync(async s =>
        {
            ((ShiraseDb)s.GetService(typeof(ShiraseDb))!).ActsFor(call);
            return await ((Drafting)s.GetService(typeof(Drafting))!).BeginAsync(who, unit, new PostContent { Subject = subject }, Ct);
        }, Office.Body);
    }
}
