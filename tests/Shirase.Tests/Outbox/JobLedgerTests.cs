using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Outbox;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Outbox;

/// <summary>The list of jobs and another try, on both databases.</summary>
public abstract class JobLedgerTests(TestStore store) : IAsyncLifetime
{
    private static readonly BodyId Other = new("another-body");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => store.Clock.Now.Truncated();

    public async ValueTask InitializeAsync()
    {
        if (store.Absent is null)
        {
            await store.DbAsync(db => db.Jobs.ExecuteDeleteAsync(Ct));
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Given_a_job_of_each_state_When_listed_by_state_Then_each_is_found_where_it_stands()
    {
        foreach (var state in Enum.GetValues<JobState>())
        {
            await AddAsync(state);
        }

        foreach (var state in Enum.GetValues<JobState>())
        {
            var (jobs, total) = await ListAsync(new(null, state));
            Assert.Equal(1, total);
            Assert.Equal(state, Assert.Single(jobs).StateAt(Now));
        }

        var counts = await store.AskAsync<JobLedger, IReadOnlyDictionary<JobState, int>>(l => l.CountAsync(SampleCast.Gunma, Ct));
        Assert.All(counts, c => Assert.Equal(1, c.Value));
        Assert.Equal(5, (await ListAsync(new(SampleCast.Gunma))).Total);
        Assert.Equal(0, (await ListAsync(new(Other))).Total);
        Assert.Equal(0, (await ListAsync(new(null, Kind: "nothing"))).Total);
    }

    [Fact]
    public async Task Given_what_was_given_up_When_tried_again_Then_a_node_takes_it_and_the_journal_tells_who()
    {
        var id = await AddAsync(JobState.GivenUp);
        Assert.Null(await ClaimAsync());
        var by = new StaffId(Guid.NewGuid());

        Assert.Null(await ReplayAsync(SampleCast.Gunma, id, by));

        var claimed = await ClaimAsync();
        Assert.Equal((id, 0), (claimed!.Id, claimed.Failures));
        var entry = await store.DbAsync(db => db.Journal.SingleAsync(j => j.Subject == $"job/{id}", Ct));
        Assert.Equal(("job.replayed", (StaffId?)by), (entry.Verb, entry.Actor));
        Assert.IsType<JobIsRunning>(await ReplayAsync(SampleCast.Gunma, id, by));
    }

    [Fact]
    public async Task Given_a_schedule_that_waits_for_its_time_When_tried_at_once_Then_refused_and_it_keeps_its_time()
    {
        var id = await AddAsync(JobState.Later);

        Assert.IsType<JobHasNotFailed>(await ReplayAsync(null, id));

        Assert.Null(await ClaimAsync());
        Assert.Equal(Now.AddHours(1), (await ListAsync(new(null, Subject: id))).Jobs.Single().NotBefore);
    }

    [Fact]
    public async Task Given_what_broke_and_waits_When_tried_again_Then_it_does_not_wait_any_longer()
    {
        var id = await AddAsync(JobState.Later);
        await store.DbAsync(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(s => s.SetProperty(j => j.Failures, 3), Ct));

        Assert.Null(await ReplayAsync(null, id));

        Assert.Equal(id, (await ClaimAsync())!.Id);
    }

    [Fact]
    public async Task Given_what_is_done_or_another_body_s_or_unknown_When_tried_again_Then_refused()
    {
        var done = await AddAsync(JobState.Done);
        var failed = await AddAsync(JobState.GivenUp);

        Assert.IsType<JobIsDone>(await ReplayAsync(null, done));
        Assert.IsType<NoSuchJob>(await ReplayAsync(Other, failed));
        Assert.IsType<NoSuchJob>(await ReplayAsync(null, Guid.NewGuid()));
        Assert.Equal(JobState.GivenUp, (await ListAsync(new(null, Subject: failed))).Jobs.Single().StateAt(Now));
    }

    private async Task<Guid> AddAsync(JobState state)
    {
        var at = state == JobState.Later ? Now.AddHours(1) : Now.AddMinutes(-1);
        var job = new Job(Guid.CreateVersion7(), SampleCast.Gunma, "trial", Guid.NewGuid(), at, Now.AddDays(-1));
        DateTimeOffset? gaveUp = state == JobState.GivenUp ? Now : null, done = state == JobState.Done ? Now : null, leased = state == JobState.Running ? Now.AddMinutes(1) : null;
        await store.DbAsync(async db =>
        {
            db.Add(job);
            await db.SaveChangesAsync(Ct);
            return await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(
                s => s.SetProperty(j => j.GaveUpAt, gaveUp).SetProperty(j => j.DoneAt, done).SetProperty(j => j.LeasedUntil, leased), Ct);
        });
        return job.Id;
    }

    private Task<(IReadOnlyList<Job> Jobs, int Total)> ListAsync(JobQuery query) =>
        store.AskAsync<JobLedger, (IReadOnlyList<Job>, int)>(l => l.ListAsync(query, 0, 100, Ct));

    private Task<Refusal?> ReplayAsync(BodyId? body, Guid id, StaffId? by = null) =>
        store.AskAsync<JobLedger, Refusal?>(l => l.ReplayAsync(body, id, by, Ct));

    private Task<Job?> ClaimAsync() => store.AskAsync<JobQueue, Job?>(q => q.ClaimAsync(Now, TimeSpan.FromMinutes(2), Ct));
}

public sealed class JobLedgerOnSqlite(SqliteOffice store) : JobLedgerTests(store), IClassFixture<SqliteOffice>;

public sealed class JobLedgerOnPostgres(PostgresOffice store) : JobLedgerTests(store), IClassFixture<PostgresOffice>;
