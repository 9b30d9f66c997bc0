using Shirase.Core;

namespace Shirase.Accounts;

/// <summary>
/// The tokens an account has from its platform by a person's consent. A row of its own and not of the account, because it changes every
/// two hours without anybody's act. Both tokens are encrypted by <see cref="SecretVault"/>.
/// </summary>
public sealed class AccountTokens(Guid id, BodyId body, AccountId account, string access, string? refresh, DateTimeOffset endsAt, DateTimeOffset connectedAt)
{
    /// <summary>The grant's name; the account's secret holds it, so that a new consent makes a new row.</summary>
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public string Access { get; private set; } = access;

    public string? Refresh { get; private set; } = refresh;

    /// <summary>When the access token stops working, by the platform's word.</summary>
    public DateTimeOffset EndsAt { get; private set; } = endsAt;

    public DateTimeOffset ConnectedAt { get; private set; } = connectedAt;

    /// <summary>When it was last renewed; null until then.</summary>
    public DateTimeOffset? RenewedAt { get; private set; }

    /// <summary>Rises with each renewal: a pair can be replaced by its successor only.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Rises with each turn: who was too late ends nothing.</summary>
    public int Fence { get; private set; }

    /// <summary>Until when one node may renew it; null while nobody does.</summary>
    public DateTimeOffset? TurnUntil { get; private set; }

    /// <summary>Since when the platform does not renew it any more; null while it does.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
}
