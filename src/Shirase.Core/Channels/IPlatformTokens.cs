using System.Globalization;

namespace Shirase.Core.Channels;

/// <summary>
/// Keeps the OAuth 2 tokens of accounts, so that a refresh token that works only once is used once, on however many nodes. A channel
/// calls the platform between two of these calls; none of them holds a transaction meanwhile.
/// </summary>
public interface IPlatformTokens
{
    /// <summary>The pair as it stands, or null when there is no such grant (any more).</summary>
    Task<StoredTokens?> ReadAsync(BodyId body, Guid grant, CancellationToken ct);

    /// <summary>
    /// Takes the turn to renew the pair of this version. Null when another node has the turn or the pair is newer already: wait and read.
    /// A turn that nobody gives back ends by itself.
    /// </summary>
    Task<int?> TakeTurnAsync(BodyId body, Guid grant, int version, CancellationToken ct);

    /// <summary>
    /// Keeps the pair that replaces this version, in one statement, and ends the turn. Also of a node whose turn has passed: what the
    /// platform gave must never be thrown away. False when a newer pair stands there.
    /// </summary>
    Task<bool> KeepAsync(BodyId body, Guid grant, int version, TokenPair pair, CancellationToken ct);

    /// <summary>Gives the turn back after nothing came of it.</summary>
    Task GiveBackAsync(BodyId body, Guid grant, int fence, CancellationToken ct);

    /// <summary>The platform does not take the refresh token any more: nothing is tried until the account is connected anew.</summary>
    Task EndAsync(BodyId body, Guid grant, int version, int fence, CancellationToken ct);
}

/// <summary>An access token and the refresh token that replaces it, once. Both are secrets.</summary>
/// <param name="Access">Sent with each call.</param>
/// <param name="Refresh">Works once; null when the platform gave none.</param>
/// <param name="EndsAt">When the access token stops working, by the platform's word.</param>
public sealed record TokenPair(string Access, string? Refresh, DateTimeOffset EndsAt)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"tokens until {EndsAt:O}");
}

/// <summary>A pair as it is kept.</summary>
/// <param name="Pair">The tokens in clear, for the moment of the call.</param>
/// <param name="Version">Rises with each renewal.</param>
/// <param name="HasEnded">True when the account must be connected anew.</param>
public sealed record StoredTokens(TokenPair Pair, int Version, bool HasEnded);

/// <summary>How an account's secret names its grant: the tokens themselves change every two hours and lie elsewhere.</summary>
public static class GrantSecret
{
    private const string Mark = "oauth2:";

    public static string Of(Guid grant) => Mark + grant.ToString("N");

    public static Guid? Parse(string? secret) =>
        secret is not null && secret.StartsWith(Mark, StringComparison.Ordinal) && Guid.TryParseExact(secret[Mark.Length..], "N", out var grant) ? grant : null;
}
