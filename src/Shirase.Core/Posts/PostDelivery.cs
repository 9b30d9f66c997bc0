using Shirase.Core.Channels;

namespace Shirase.Core.Posts;

public enum DeliveryState
{
    Scheduled,
    Sending,
    Published,
    Held,
    Refused,
    Unknown,
    Cancelled,
    Removing,
    Removed,
}

/// <summary>One publication of one version to one account, from the officer's order to the proof that it is gone again.</summary>
public sealed class PostDelivery(
    DeliveryId id, BodyId body, PostApplicationId application, int version, string contentHash, AccountId account, string channel, StaffId orderedBy, DateTimeOffset orderedAt, DateTimeOffset dueAt, string terminal, string outgoingText)
{
    public DeliveryId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public PostApplicationId Application { get; private set; } = application;

    public int Version { get; private set; } = version;

    public string ContentHash { get; private set; } = contentHash;

    public AccountId Account { get; private set; } = account;

    /// <summary>
    /// Name of the channel the account was bound to when it was ordered. The account may be connected to another platform since;
    /// the post stands where it was sent, and is found, read and removed there only.
    /// </summary>
    public string Channel { get; private set; } = channel;

    /// <summary>True for an exercise, whatever became of the account.</summary>
    public bool IsDrill => Channel == DrillDelivery.Channel;

    /// <summary>The PR officer on whose order it goes out (gx-14-1-1).</summary>
    public StaffId OrderedBy { get; private set; } = orderedBy;

    public DateTimeOffset OrderedAt { get; private set; } = orderedAt;

    public DateTimeOffset DueAt { get; private set; } = dueAt;

    /// <summary>The registered terminal, or the override under which it was ordered (gx-11-2).</summary>
    public string Terminal { get; private set; } = terminal;

    /// <summary>The exact text, kept for good.</summary>
    public string OutgoingText { get; private set; } = outgoingText;

    public DeliveryState State { get; private set; } = DeliveryState.Scheduled;

    /// <summary>Rises with every claim; an older claimant's result is not accepted.</summary>
    public int Fence { get; private set; }

    public int Attempts { get; private set; }

    public string RemoteId { get; private set; } = "";

    public string Address { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was read back from the platform, and whether it was the approved text (gx-15-2-2).</summary>
    public DateTimeOffset? ReadBackAt { get; private set; }

    public bool ReadBackMatches { get; private set; }

    /// <summary>All lines of the publish gate at the last evaluation, as JSON, for the evidence sheet.</summary>
    public string GateJson { get; private set; } = "[]";

    /// <summary>Why it is held or was refused, in Japanese and English, separated by a line feed.</summary>
    public string Trouble { get; private set; } = "";

    public StaffId? RemovalBy { get; private set; }

    public DateTimeOffset? RemovalOrderedAt { get; private set; }

    public string RemovalReason { get; private set; } = "";

    public DateTimeOffset? RemovedAt { get; private set; }

    public bool IsOpen => State is DeliveryState.Scheduled or DeliveryState.Sending or DeliveryState.Held or DeliveryState.Unknown;

    public bool Stands => State is DeliveryState.Published or DeliveryState.Removing;

    /// <summary>Claims it for one attempt; the returned fence must be shown with the outcome.</summary>
    public int Claim()
    {
        (State, Attempts) = (DeliveryState.Sending, Attempts + 1);
        return ++Fence;
    }

    public void GateWas(string json) => GateJson = json;

    public void Publish(RemoteId id, Uri address, DateTimeOffset at) =>
        (State, RemoteId, Address, PublishedAt, Trouble) = (DeliveryState.Published, id.Value, address.ToString(), at, "");

    public void WasReadBack(bool matches, DateTimeOffset at) => (ReadBackMatches, ReadBackAt) = (matches, at);

    public void Hold(Localized why) => (State, Trouble) = (DeliveryState.Held, $"{why.Ja}\n{why.En}");

    public void Refuse(Localized why) => (State, Trouble) = (DeliveryState.Refused, $"{why.Ja}\n{why.En}");

    public void Lose(Localized why) => (State, Trouble) = (DeliveryState.Unknown, $"{why.Ja}\n{why.En}");

    public void Retry() => State = DeliveryState.Scheduled;

    public void Cancel() => State = DeliveryState.Cancelled;

    /// <summary>Sets a new time for what is held, after a human looked at it.</summary>
    public void Reschedule(StaffId by, DateTimeOffset orderedAt, DateTimeOffset dueAt, string terminal) =>
        (State, OrderedBy, OrderedAt, DueAt, Terminal, Trouble) = (DeliveryState.Scheduled, by, orderedAt, dueAt, terminal, "");

    public Refusal? OrderRemoval(Act act)
    {
        if (State is DeliveryState.Removing or DeliveryState.Removed)
        {
            return null;
        }

        if (State != DeliveryState.Published)
        {
            return new NotPublished();
        }

        (State, RemovalBy, RemovalOrderedAt, RemovalReason) = (DeliveryState.Removing, act.By, act.At, act.Why?.Trim() ?? "");
        return null;
    }

    public void RemovalIsInTrouble(Localized why) => Trouble = $"{why.Ja}\n{why.En}";

    public void Remove(DateTimeOffset at) => (State, RemovedAt, Trouble) = (DeliveryState.Removed, at, "");

    public Localized TroubleText() => Trouble.Split('\n', 2) is [var ja, var en] ? new(ja, en) : new(Trouble, Trouble);
}

public sealed record NotPublished() : Refusal(new Localized(
    "まだ投稿されていないため削除できません。予約を取り消すときは「取消」を押してください。",
    "It has not been published, so there is nothing to delete. To undo a schedule, cancel it."));
