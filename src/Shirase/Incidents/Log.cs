using Microsoft.Extensions.Logging;

namespace Shirase.Incidents;

internal static partial class Log
{
    [LoggerMessage(EventName = nameof(WatchNotStarted), Level = LogLevel.Warning, Message = "The watch of the timelines could not be looked after; it is tried again.")]
    public static partial void WatchNotStarted(this ILogger log, Exception exception);
}
