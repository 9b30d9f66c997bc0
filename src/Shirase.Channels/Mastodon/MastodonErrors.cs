using System.Collections.Frozen;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Mastodon;

/// <summary>The one table that translates the words of Mastodon servers: they have statuses and English sentences, no codes.</summary>
internal static class MastodonErrors
{
    /// <summary>Our own word for an account on a server that the settings do not name.</summary>
    public const string ServiceNotConfigured = nameof(ServiceNotConfigured);

    private static readonly (int Status, string Words, RefusedBecause Because)[] ByWords =
    [
        (403, "disabled", RefusedBecause.AccountFrozen),
        (403, "suspended", RefusedBecause.AccountFrozen),
        (422, "character limit", RefusedBecause.TooLong),
        (422, "media", RefusedBecause.BadMedia),
        (422, "file", RefusedBecause.BadMedia),
        (422, "description", RefusedBecause.BadMedia),
    ];

    private static readonly FrozenDictionary<int, RefusedBecause> ByStatus = new Dictionary<int, RefusedBecause>
    {
        [401] = RefusedBecause.BadCredentials,
        [403] = RefusedBecause.Forbidden,
        [404] = RefusedBecause.NotFound,
        [410] = RefusedBecause.NotFound,
        [413] = RefusedBecause.BadMedia,
        [415] = RefusedBecause.BadMedia,
        [501] = RefusedBecause.NotSupported,
    }.ToFrozenDictionary();

    /// <inheritdoc cref="Verdict.Of"/>
    public static DeliveryOutcome Outcome(Answer answer, bool wrote) => Verdict.Of(answer, wrote, Because);

    public static bool IsNothingThere(Answer answer) => answer is Answer.No { Status: 404 or 410 };

    /// <summary>True when these credentials cannot do it, now or later.</summary>
    public static bool IsNoEntry(Answer answer) => answer is Answer.No { Status: 401 or 403 };

    private static RefusedBecause? Because(Answer.No no)
    {
        if (no.Kind == ServiceNotConfigured)
        {
            return RefusedBecause.NotSupported;
        }

        foreach (var (status, words, because) in ByWords)
        {
            if (no.Status == status && no.Message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return because;
            }
        }

        return ByStatus.TryGetValue(no.Status, out var meaning) ? meaning : null;
    }
}
