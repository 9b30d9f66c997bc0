using Shirase.Core;

namespace Shirase.Outbox;

/// <summary>Work that follows from a change: a row written in the same transaction, done later, perhaps by another node.</summary>
public sealed class Job(Guid id, BodyId body, string kind, Guid subject, DateTimeOffset notBefore, DateTimeOffset createdAt, string lane = Lane.House)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Such as <c>publish</c> or <c>remove</c>.</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>What it is about, such as a delivery.</summary>
    public Guid Subject { get; private set; } = subject;

    /// <summary>The queue it stands in; queues do not wait for each other. See <see cref="Outbox.Lane"/>.</summary>
    public string Lane { get; private set; } = lane;

    public DateTimeOffset NotBefore { get; private set; } = notBefore;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Until when the present claimant may work on it; a dead node's work is free again afterwards.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Rises with every claim: an older claimant cannot finish it.</summary>
    public int Fence { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Attempts that broke since the last one that did not. A handler that asks to come back later has not failed.</summary>
    public int Failures { get; private set; }

    /// <summary>When it was given up after too many failures; a human has to look at it and may replay it. Null while it is tried.</summary>
    public DateTimeOffset? GaveUpAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Why the last attempt failed, without texts or personal data.</summary>
    public string LastError { get; private set; } = "";
}
