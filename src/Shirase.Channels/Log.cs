using Microsoft.Extensions.Logging;

namespace Shirase.Channels;

/// <summary>Everything the channels say to the operator: ids and codes, never texts, handles' secrets or personal data.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Channel} published {Key} as {Id}", EventName = nameof(Published))]
    public static partial void Published(ILogger logger, string channel, Guid key, string id);

    [LoggerMessage(2, LogLevel.Information, "{Channel} removed {Id}", EventName = nameof(Removed))]
    public static partial void Removed(ILogger logger, string channel, string id);

    [LoggerMessage(3, LogLevel.Warning, "{Channel} refused {Key}: {Because}, {VendorSaid}", EventName = nameof(Refused))]
    public static partial void Refused(ILogger logger, string channel, Guid key, string because, string vendorSaid);

    [LoggerMessage(4, LogLevel.Warning, "{Channel} asks to wait with {Key}: {VendorSaid}", EventName = nameof(TryLater))]
    public static partial void TryLater(ILogger logger, string channel, Guid key, string vendorSaid);

    [LoggerMessage(5, LogLevel.Error, "{Channel} gave no clear answer for {Key}: {VendorSaid}", EventName = nameof(Unknown))]
    public static partial void Unknown(ILogger logger, string channel, Guid key, string vendorSaid);

    [LoggerMessage(6, LogLevel.Information, "{Channel} session for {Service} was renewed", EventName = nameof(SessionRenewed))]
    public static partial void SessionRenewed(ILogger logger, string channel, string service);

    [LoggerMessage(7, LogLevel.Error, "{Channel} does not renew the tokens any more: {VendorSaid}", EventName = nameof(TokensEnded))]
    public static partial void TokensEnded(ILogger logger, string channel, string vendorSaid);

    [LoggerMessage(8, LogLevel.Error, "{Channel}: {Operation} could not be counted ({Error})", EventName = nameof(NotMetered))]
    public static partial void NotMetered(ILogger logger, string channel, string operation, string error);
}
