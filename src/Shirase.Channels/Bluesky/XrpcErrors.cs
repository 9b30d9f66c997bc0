using System.Collections.Frozen;
using Shirase.Core.Channels;

namespace Shirase.Channels.Bluesky;

/// <summary>The one table that translates the words of AT Protocol services.</summary>
internal static class XrpcErrors
{
    private static readonly FrozenDictionary<string, RefusedBecause> ByCode = new Dictionary<string, RefusedBecause>(StringComparer.Ordinal)
    {
        ["AuthenticationRequired"] = RefusedBecause.BadCredentials,
        ["AuthMissing"] = RefusedBecause.BadCredentials,
        ["AuthFactorTokenRequired"] = RefusedBecause.BadCredentials,
        ["InvalidToken"] = RefusedBecause.BadCredentials,
        ["ExpiredToken"] = RefusedBecause.BadCredentials,
        ["AccountTakedown"] = RefusedBecause.Forbidden,
        ["AccountSuspended"] = RefusedBecause.Forbidden,
        ["AccountDeactivated"] = RefusedBecause.Forbidden,
        ["RepoTakendown"] = RefusedBecause.Forbidden,
        ["RepoSuspended"] = RefusedBecause.Forbidden,
        ["RepoDeactivated"] = RefusedBecause.Forbidden,
        ["BlobTooLarge"] = RefusedBecause.BadMedia,
        ["BlobNotFound"] = RefusedBecause.BadMedia,
        ["InvalidBlob"] = RefusedBecause.BadMedia,
        ["InvalidMimeType"] = RefusedBecause.BadMedia,
        ["InvalidImage"] = RefusedBecause.BadMedia,
        ["RecordNotFound"] = RefusedBecause.NotFound,
        ["RepoNotFound"] = RefusedBecause.NotFound,
        ["InvalidSwap"] = RefusedBecause.Duplicate,
        ["MethodNotImplemented"] = RefusedBecause.NotSupported,
        [XrpcClient.ServiceNotConfigured] = RefusedBecause.NotSupported,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<int, RefusedBecause> ByStatus = new Dictionary<int, RefusedBecause>
    {
        [401] = RefusedBecause.BadCredentials,
        [403] = RefusedBecause.Forbidden,
        [404] = RefusedBecause.NotFound,
        [413] = RefusedBecause.BadMedia,
        [415] = RefusedBecause.BadMedia,
        [501] = RefusedBecause.NotSupported,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> NothingThere =
        new[] { "RecordNotFound", "RepoNotFound", "RepoTakendown", "RepoDeactivated", "RepoSuspended" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The outcome of an answer that is not <see cref="XrpcAnswer.Ok"/>.</summary>
    /// <param name="answer">What was heard.</param>
    /// <param name="wrote">True when the call would have put the post on the platform, so that silence may mean success.</param>
    public static DeliveryOutcome Outcome(XrpcAnswer answer, bool wrote) => answer switch
    {
        XrpcAnswer.No { Status: 429 } no => new DeliveryOutcome.TryLater(no.After, no.Said),
        XrpcAnswer.No no when ByCode.TryGetValue(no.Code, out var because) => new DeliveryOutcome.Refused(because, no.Said),
        XrpcAnswer.No no when ByStatus.TryGetValue(no.Status, out var because) => new DeliveryOutcome.Refused(because, no.Said),
        // A gateway may have passed the call on before it gave up
        XrpcAnswer.No { Status: >= 500 } no => wrote ? new DeliveryOutcome.Unknown(no.Said) : new DeliveryOutcome.TryLater(no.After, no.Said),
        XrpcAnswer.No no => new DeliveryOutcome.Refused(RefusedBecause.Invalid, no.Said),
        XrpcAnswer.Lost lost when wrote => new DeliveryOutcome.Unknown(lost.Said),
        _ => new DeliveryOutcome.TryLater(null, answer.Said),
    };

    /// <summary>True when the service says for certain that nothing stands there.</summary>
    public static bool IsNothingThere(XrpcAnswer answer) => answer is XrpcAnswer.No no && NothingThere.Contains(no.Code);

    /// <summary>True when the access token has to be renewed.</summary>
    public static bool IsStaleToken(XrpcAnswer answer) => answer is XrpcAnswer.No { Code: "ExpiredToken" or "InvalidToken" };

    public static ChannelUnreachableException Unreachable(XrpcAnswer answer) =>
        new(answer.Said, answer is XrpcAnswer.No no ? no.After : null);
}
