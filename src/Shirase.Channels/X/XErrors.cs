using System.Collections.Frozen;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>The one table that translates the words of X: old numbers, kinds of problems, sentences and statuses, in this order.</summary>
internal static class XErrors
{
    /// <summary>Our own word for an account elsewhere than <see cref="XOptions.Service"/>.</summary>
    public const string ServiceNotConfigured = nameof(ServiceNotConfigured);

    /// <summary>Our own word for tokens that X does not renew any more.</summary>
    public const string TokensEnded = nameof(TokensEnded);

    private static readonly FrozenDictionary<int, RefusedBecause> ByCode = new Dictionary<int, RefusedBecause>
    {
        [32] = RefusedBecause.BadCredentials,
        [34] = RefusedBecause.NotFound,
        [50] = RefusedBecause.NotFound,
        [63] = RefusedBecause.AccountFrozen,
        [64] = RefusedBecause.AccountFrozen,
        [89] = RefusedBecause.BadCredentials,
        [144] = RefusedBecause.NotFound,
        [186] = RefusedBecause.TooLong,
        [187] = RefusedBecause.Duplicate,
        [324] = RefusedBecause.BadMedia,
        [326] = RefusedBecause.AccountFrozen,
        [327] = RefusedBecause.Duplicate,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RefusedBecause> ByKind = new Dictionary<string, RefusedBecause>(StringComparer.OrdinalIgnoreCase)
    {
        ["resource-not-found"] = RefusedBecause.NotFound,
        ["usage-capped"] = RefusedBecause.CreditsUsedUp,
        ["credits"] = RefusedBecause.CreditsUsedUp,
        ["unsupported-authentication"] = RefusedBecause.BadCredentials,
        ["client-forbidden"] = RefusedBecause.Forbidden,
        ["not-authorized-for-resource"] = RefusedBecause.Forbidden,
        [ServiceNotConfigured] = RefusedBecause.NotSupported,
        [TokensEnded] = RefusedBecause.BadCredentials,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // X documents no code for these in version 2 of its API
    private static readonly (string Words, RefusedBecause Because)[] ByWords =
    [
        ("duplicate content", RefusedBecause.Duplicate),
        ("already retweeted", RefusedBecause.Duplicate),
        ("suspended", RefusedBecause.AccountFrozen),
        ("temporarily locked", RefusedBecause.AccountFrozen),
        ("too long", RefusedBecause.TooLong),
        ("media ids are invalid", RefusedBecause.BadMedia),
    ];

    private static readonly FrozenDictionary<int, RefusedBecause> ByStatus = new Dictionary<int, RefusedBecause>
    {
        [401] = RefusedBecause.BadCredentials,
        [402] = RefusedBecause.CreditsUsedUp,
        [403] = RefusedBecause.Forbidden,
        [404] = RefusedBecause.NotFound,
        [413] = RefusedBecause.BadMedia,
        [415] = RefusedBecause.BadMedia,
        [501] = RefusedBecause.NotSupported,
    }.ToFrozenDictionary();

    /// <summary>The outcome of an answer that is not <see cref="Answer.Ok"/>.</summary>
    /// <param name="answer">What was heard.</param>
    /// <param name="wrote">True when the call would have put the post on the platform, so that silence may mean success.</param>
    public static DeliveryOutcome Outcome(Answer answer, bool wrote) => Verdict.Of(answer, wrote, Because);

    /// <summary>True when X says for certain that nothing stands there.</summary>
    public static bool IsNothingThere(Answer answer) => answer is Answer.No no && Because(no) == RefusedBecause.NotFound;

    public static bool IsDuplicate(Answer answer) => answer is Answer.No no && Because(no) == RefusedBecause.Duplicate;

    /// <summary>True when these credentials cannot do it, now or later.</summary>
    public static bool IsNoEntry(Answer answer) =>
        answer is Answer.No no && Because(no) is RefusedBecause.BadCredentials or RefusedBecause.Forbidden or RefusedBecause.AccountFrozen;

    private static RefusedBecause? Because(Answer.No no)
    {
        if (no.Status >= 500 && no.Status != 501)
        {
            return null;
        }

        if (ByCode.TryGetValue(no.Code, out var because) || ByKind.TryGetValue(no.Kind, out because))
        {
            return because;
        }

        foreach (var (words, meaning) in ByWords)
        {
            if (no.Message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        return ByStatus.TryGetValue(no.Status, out because) ? because : null;
    }
}
