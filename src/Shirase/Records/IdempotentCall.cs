using Shirase.Core;

namespace Shirase.Records;

/// <summary>
/// A call of the interface under the name its sender gave it (Idempotency-Key): repeated, it is answered and not done again. The row
/// learns of the act in the act's own transaction, so no crash can part the two.
/// </summary>
public sealed class IdempotentCall(Guid id, BodyId body, Guid token, string key, string fingerprint, DateTimeOffset begunAt)
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestKey = 200;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public Guid Token { get; private set; } = token;

    public string Key { get; private set; } = key;

    /// <summary>SHA-256 over method, address and body: another call under the same name is found out.</summary>
    public string Fingerprint { get; private set; } = fingerprint;

    public DateTimeOffset BegunAt { get; private set; } = begunAt;

    /// <summary>Rises when a dead call is taken over; the older one cannot act any more.</summary>
    public int Fence { get; private set; } = 1;

    /// <summary>When the act was committed; null while nothing was done.</summary>
    public DateTimeOffset? ActedAt { get; private set; }

    /// <summary>What the act concerned, as the journal names it.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The answer, encrypted; it may hold words of a case, or a secret that is shown once.</summary>
    public string? Answer { get; private set; }
}
