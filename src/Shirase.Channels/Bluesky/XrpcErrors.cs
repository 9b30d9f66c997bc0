using System.Collections.Frozen;
using Shirase.Channels.Outbound;
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

    /// <summary>The outcome of an answer that is not <see cref="Answer.Ok"/>.</summary>
    /// <param name="answer">What was heard.</param>
    /// <param name="wrote">True when the call would have put the post on the platform, so that silence may mean success.</param>
    public static DeliveryOutcome Outcome(Answer answer, bool wrote) => Verdict.Of(answer, wrote, Because);

    /// <summary>True when the service says for certain that nothing stands there.</summary>
    public static bool IsNothingThere(Answer answer) => answer is Answer.No no && NothingThere.Contains(no.Kind);

    /// <summary>True when the access token has to be renewed.</summary>
    public static bool IsStaleToken(Answer answer) => answer is Answer.No { Kind: "ExpiredToken" or "InvalidToken" };

    private static RefusedBecause? Because(Answer.No no) =>
        ByCode.TryGetValue(no.Kind, out var because) || ByStatus.TryGetValue(no.Status, out because) ? because : null;
}
