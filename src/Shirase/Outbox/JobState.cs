using System.Linq.Expressions;

namespace Shirase.Outbox;

/// <summary>How a job stands for people who look at the list.</summary>
public enum JobState
{
    /// <summary>Its time has come and nobody works on it yet.</summary>
    Due,

    /// <summary>A node works on it, or died at it and its lease has not ended.</summary>
    Running,

    /// <summary>Its time is still to come.</summary>
    Later,

    /// <summary>It broke too often; a human has to look at it.</summary>
    GivenUp,

    Done,
}

public static class JobStates
{
    public static JobState StateAt(this Job job, DateTimeOffset now) =>
        job.DoneAt is not null ? JobState.Done
        : job.GaveUpAt is not null ? JobState.GivenUp
        : job.LeasedUntil >= now ? JobState.Running
        : job.NotBefore <= now ? JobState.Due
        : JobState.Later;

    /// <summary>The same as a condition of the database.</summary>
    public static Expression<Func<Job, bool>> Are(JobState state, DateTimeOffset now) => state switch
    {
        JobState.Done => j => j.DoneAt != null,
        JobState.GivenUp => j => j.DoneAt == null && j.GaveUpAt != null,
        JobState.Running => j => j.DoneAt == null && j.GaveUpAt == null && j.LeasedUntil >= now,
        JobState.Due => j => j.DoneAt == null && j.GaveUpAt == null && (j.LeasedUntil == null || j.LeasedUntil < now) && j.NotBefore <= now,
        _ => j => j.DoneAt == null && j.GaveUpAt == null && (j.LeasedUntil == null || j.LeasedUntil < now) && j.NotBefore > now,
    };
}
