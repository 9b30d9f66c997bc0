using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Outbox;

/// <summary>What somebody looks for in the list of jobs.</summary>
/// <param name="Body">One body, or null for all (command line).</param>
/// <param name="Subject">Id of what a job is about, or of the job itself.</param>
public sealed record JobQuery(BodyId? Body, JobState? State = null, string? Kind = null, Guid? Subject = null);

/// <summary>The table of jobs for people: lists it, and tries again what failed.</summary>
public sealed class JobLedger(ShiraseDb db, JobSignal signal, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow().Truncated();

    /// <summary>What is done comes newest first; what is not, in the order in which it will be done.</summary>
    public async Task<(IReadOnlyList<Job> Jobs, int Total)> ListAsync(JobQuery asked, int skip, int take, CancellationToken ct)
    {
        var found = Of(asked);
        var ordered = asked.State == JobState.Done
            ? found.OrderByDescending(j => j.DoneAt).ThenBy(j => j.Id)
            : found.OrderBy(j => j.DoneAt != null).ThenBy(j => j.NotBefore).ThenBy(j => j.Id);
        return (await ordered.Skip(skip).Take(take).ToListAsync(ct), await found.CountAsync(ct));
    }

    /// <summary>How many there are of each state.</summary>
    public async Task<IReadOnlyDictionary<JobState, int>> CountAsync(BodyId? body, CancellationToken ct)
    {
        var counts = new Dictionary<JobState, int>();
        foreach (var state in Enum.GetValues<JobState>())
        {
            counts[state] = await Of(new(body, state)).CountAsync(ct);
        }

        return counts;
    }

    public async Task<IReadOnlyList<string>> KindsAsync(BodyId? body, CancellationToken ct) =>
        await Of(new(body)).Select(j => j.Kind).Distinct().OrderBy(k => k).ToListAsync(ct);

    public Task<Job?> FindAsync(BodyId? body, Guid id, CancellationToken ct) => Of(new(body)).SingleOrDefaultAsync(j => j.Id == id, ct);

    /// <summary>
    /// Tries a job again at once. Only one that failed: what waits for its time goes out at its time and not because somebody was
    /// impatient, and what is done is not done twice.
    /// </summary>
    /// <param name="body">The body whose jobs the person may touch; null for the command line.</param>
    /// <param name="by">Who asked for it; null on the command line, where the journal names nobody.</param>
    public async Task<Refusal?> ReplayAsync(BodyId? body, Guid id, StaffId? by, CancellationToken ct)
    {
        if (await FindAsync(body, id, ct) is not { } known)
        {
            return new NoSuchJob();
        }

        await using var change = await db.BeginChangeAsync(known.Body, ct);
        var (now, job) = (Now, await FindAsync(body, id, ct));
        var refusal = job?.StateAt(now) switch
        {
            null => (Refusal)new NoSuchJob(),
            JobState.Done => new JobIsDone(),
            JobState.Running => new JobIsRunning(),
            JobState.GivenUp => null,
            _ => job.Failures > 0 ? null : new JobHasNotFailed(),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        var taken = await db.Jobs.Where(j => j.Id == id && j.Fence == job!.Fence && j.DoneAt == null).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.GaveUpAt, (DateTimeOffset?)null).SetProperty(j => j.Failures, 0).SetProperty(j => j.NotBefore, now), ct);
        if (taken == 0)
        {
            return new JobIsRunning();
        }

        var detail = new { kind = job!.Kind, attempts = job.Attempts, error = job.LastError };
        if (by is { } person)
        {
            db.Record(job.Body, new Act(person, now), "job.replayed", $"job/{id}", detail);
        }
        else
        {
            db.Record(job.Body, now, "job.replayed", $"job/{id}", detail);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        signal.Wake();
        return null;
    }

    private IQueryable<Job> Of(JobQuery asked)
    {
        var jobs = db.Jobs.AsNoTracking();
        jobs = asked.Body is { } body ? jobs.Where(j => j.Body == body) : jobs;
        jobs = asked.Kind is { Length: > 0 } kind ? jobs.Where(j => j.Kind == kind) : jobs;
        jobs = asked.Subject is { } subject ? jobs.Where(j => j.Subject == subject || j.Id == subject) : jobs;
        return asked.State is { } state ? jobs.Where(JobStates.Are(state, Now)) : jobs;
    }
}

public sealed record NoSuchJob() : Refusal(new Localized(
    "この処理は見つかりません。番号を確かめてください。", "There is no such job; check its id."));

public sealed record JobIsDone() : Refusal(new Localized(
    "この処理は既に終わっています。やり直す必要はありません。", "It is done; there is nothing to try again."));

public sealed record JobIsRunning() : Refusal(new Localized(
    "この処理は実行中です。終わるまで待ってから、一覧を開き直してください。", "It is being done; wait, then open the list again."));

public sealed record JobHasNotFailed() : Refusal(new Localized(
    "この処理は失敗していません。時刻になれば実行されます。早めたいときは発信の画面で予約を変えてください。",
    "It has not failed and runs at its time; to have it earlier, change the schedule on the desk."));
