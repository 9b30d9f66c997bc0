namespace Shirase.Core.Webhooks;

/// <summary>通知先: an address of another system that is told of events of one body, signed with a secret that both know.</summary>
public sealed class WebhookSubscription(Guid id, BodyId body, string address, string events, string protectedSecret, StaffId createdBy, DateTimeOffset createdAt)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Address { get; private set; } = address;

    /// <summary>Names of <see cref="WebhookEvent"/>s, separated by spaces.</summary>
    public string Events { get; private set; } = events;

    /// <summary>Encrypted; shown once, in clear, to whoever made it.</summary>
    public string ProtectedSecret { get; private set; } = protectedSecret;

    /// <summary>The secret before, while both are valid.</summary>
    public string? ProtectedOldSecret { get; private set; }

    public DateTimeOffset? OldSecretUntil { get; private set; }

    public StaffId CreatedBy { get; private set; } = createdBy;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary><c>by-hand</c>, <c>gone</c> (410) or <c>gave-up</c>; empty while it is told.</summary>
    public string DisabledBecause { get; private set; } = "";

    public IReadOnlyList<string> EventNames => Events.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsActive => DisabledAt is null;

    public bool Wants(string name) => IsActive && EventNames.Contains(name);

    /// <summary>The secrets that sign now, encrypted, the newest first.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now) =>
        ProtectedOldSecret is { } old && OldSecretUntil > now ? [ProtectedSecret, old] : [ProtectedSecret];

    /// <summary>Gives it a new secret; the present one stays valid until the given moment.</summary>
    public void Rotate(string protectedSecret, DateTimeOffset oldUntil) =>
        (ProtectedOldSecret, OldSecretUntil, ProtectedSecret) = (ProtectedSecret, oldUntil, protectedSecret);

    public void Disable(DateTimeOffset at, string because) => (DisabledAt, DisabledBecause) = (at, because);

    public void Enable() => (DisabledAt, DisabledBecause) = (null, "");
}

public enum WebhookState
{
    Waiting,
    Taken,
    GivenUp,
}

/// <summary>One event on its way to one address, with what became of it.</summary>
public sealed class WebhookMessage(Guid id, BodyId body, Guid subscription, string @event, string payload, DateTimeOffset createdAt)
{
    /// <summary>
    /// Waits between the attempts, about three days in all; the end of trying. Ours, in the manner of Standard Webhooks: quick at first for a
    /// restart, slow then for a night and a weekend.
    /// </summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(24), TimeSpan.FromHours(30),
    ];

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public Guid Subscription { get; private set; } = subscription;

    public string Event { get; private set; } = @event;

    /// <summary>What is sent, to the letter; a repetition is signed anew and otherwise the same.</summary>
    public string Payload { get; private set; } = payload;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public WebhookState State { get; private set; } = WebhookState.Waiting;

    public int Attempts { get; private set; }

    public DateTimeOffset? LastAt { get; private set; }

    public int? LastStatus { get; private set; }

    /// <summary>See <see cref="WebhookOutcome.Trouble"/>.</summary>
    public string LastTrouble { get; private set; } = "";

    /// <summary>Value of <c>webhook-id</c>: by it a receiver knows what it has already.</summary>
    public string PublicId => $"msg_{Id:N}";

    /// <summary>Notes an attempt.</summary>
    /// <returns>When to try again; null when it was taken or trying has an end.</returns>
    public DateTimeOffset? Note(WebhookOutcome outcome, DateTimeOffset at)
    {
        (LastAt, LastStatus, LastTrouble) = (at, outcome.Status, outcome.Trouble);
        var again = !outcome.IsTaken && !outcome.IsGone && Attempts < Waits.Count ? at + Waits[Attempts] : (DateTimeOffset?)null;
        Attempts++;
        State = outcome.IsTaken ? WebhookState.Taken : again is null ? WebhookState.GivenUp : WebhookState.Waiting;
        return again;
    }

    public void GiveUp() => State = WebhookState.GivenUp;

    /// <summary>送り直し: takes it up again from the first attempt on.</summary>
    public void Resend() => (State, Attempts) = (WebhookState.Waiting, 0);
}
