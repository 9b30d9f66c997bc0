using Microsoft.Extensions.Logging;

namespace Shirase.Outbox;

internal static partial class Log
{
    [LoggerMessage(EventName = nameof(LoopFailed), Level = LogLevel.Error, Message = "The job loop failed and goes on.")]
    public static partial void LoopFailed(this ILogger log, Exception exception);

    [LoggerMessage(EventName = nameof(JobFailed), Level = LogLevel.Error, Message = "Job {Job} of kind {Kind} failed at attempt {Attempt}; it will be tried again.")]
    public static partial void JobFailed(this ILogger log, Guid job, string kind, int attempt, Exception exception);

    [LoggerMessage(EventName = nameof(ListenerLost), Level = LogLevel.Warning, Message = "The notification connection was lost; polling goes on.")]
    public static partial void ListenerLost(this ILogger log, Exception exception);

    [LoggerMessage(EventName = nameof(JobGivenUp), Level = LogLevel.Error, Message = "Job {Job} of kind {Kind} failed too often and is given up; look at it and replay it.")]
    public static partial void JobGivenUp(this ILogger log, Guid job, string kind);

    [LoggerMessage(EventName = nameof(JobLeft), Level = LogLevel.Warning, Message = "Job {Job} of kind {Kind} was left unfinished; its claim is given back.")]
    public static partial void JobLeft(this ILogger log, Guid job, string kind);

    [LoggerMessage(EventName = nameof(RenewalFailed), Level = LogLevel.Warning, Message = "The claim on job {Job} could not be renewed.")]
    public static partial void RenewalFailed(this ILogger log, Guid job, Exception exception);

    [LoggerMessage(EventName = nameof(StandingJobsFailed), Level = LogLevel.Error, Message = "The rows of standing jobs could not be looked at; they will be in a minute.")]
    public static partial void StandingJobsFailed(this ILogger log, Exception exception);
}
