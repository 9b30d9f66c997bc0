using System.Security.Cryptography;
using System.Text;

namespace Shirase.Core.People;

public enum TokenState
{
    Valid,
    Expired,
    Revoked,
}

/// <summary>
/// An interface token (APIトークン): lets a program act as one named person, for some verbs and some cases, until a day. It is
/// treated like an ID and password (gx-14-1-1, reading A9): it opens no more than the person himself may do today.
/// </summary>
public sealed class ApiToken(
    Guid id, BodyId body, StaffId staff, StaffId issuedBy, UnitId? unit, string name, string scopes, string hash, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
{
    /// <summary>Begins every token, so that scanners of repositories and logs find one that got out.</summary>
    public const string Prefix = "shirase_";

    /// <summary>Its last use is noted by the hour: enough to find one that nobody uses, too little to follow a person.</summary>
    public static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromHours(1);

    /// <summary>The use of a token that is over is told to the journal once in this time. Ours.</summary>
    public static readonly TimeSpan RefusalIsNotedEvery = TimeSpan.FromMinutes(10);

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>The person it acts as.</summary>
    public StaffId Staff { get; private set; } = staff;

    /// <summary>Who issued it: the person himself, or an administrator for a system of the person's unit.</summary>
    public StaffId IssuedBy { get; private set; } = issuedBy;

    /// <summary>The unit whose cases it reaches; null for every case that the person reaches.</summary>
    public UnitId? Unit { get; private set; } = unit;

    /// <summary>What it is for, in the issuer's words.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Names of <see cref="Scope"/>s, separated by spaces.</summary>
    public string Scopes { get; private set; } = scopes;

    /// <summary>SHA-256 of the token in lower-case hex; the token itself is stored nowhere.</summary>
    public string Hash { get; private set; } = hash;

    public DateTimeOffset IssuedAt { get; private set; } = issuedAt;

    /// <summary>The first moment at which it does not hold any more.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When the journal was last told that somebody used it though it was over.</summary>
    public DateTimeOffset? RefusalNotedAt { get; private set; }

    public IReadOnlyList<string> ScopeNames => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Allows(string scope) => ScopeNames.Contains(scope);

    public TokenState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? TokenState.Revoked : now >= ExpiresAt ? TokenState.Expired : TokenState.Valid;

    public bool IsUseNoted(DateTimeOffset now) => LastUsedAt is { } at && now - at < UseIsNotedEvery;

    public bool IsRefusalNoted(DateTimeOffset now) => RefusalNotedAt is { } at && now - at < RefusalIsNotedEvery;

    public void NoteRefusal(DateTimeOffset at) => RefusalNotedAt = at;

    public Refusal? Revoke(DateTimeOffset at)
    {
        if (RevokedAt is not null)
        {
            return new TokenIsRevoked();
        }

        RevokedAt = at;
        return null;
    }

    /// <summary>What is stored of a token. 256 random bits need no salt and no slow hash.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

public sealed record TokenIsRevoked() : Refusal(new Localized(
    "このトークンは失効しています。新しく発行してください。", "This token was revoked. Issue a new one."), "gx-14-1-1");
