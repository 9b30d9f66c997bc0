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
public sealed partial class PostDelivery(
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

    /// <summary>Calls that were begun to publish it.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the last of them was begun; null before the first.</summary>
    public DateTimeOffset? AttemptedAt { get; private set; }

    /// <summary>When it will be tried or looked for again; null when nothing is to come by itself.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>How it was looked for after an answer was lost, as JSON of <see cref="Look"/>.</summary>
    public string LooksJson { get; private set; } = "[]";

    /// <summary>True when it could not be found out whether it stands on the platform: a human decides.</summary>
    public bool NeedsDecision { get; private set; }

    /// <summary>Who decided what became of it, and when; null when nobody had to.</summary>
    public StaffId? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The reason the decision was given with.</summary>
    public string SettledWhy { get; private set; } = "";

    public string RemoteId { get; private set; } = "";

    public string Address { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it was read back from the platform, and whether it was the approved text (gx-15-2-2).</summary>
    public DateTimeOffset? ReadBackAt { get; private set; }

    public bool ReadBackMatches { get; private set; }

    /// <summary>What stood there when it was read back, where that was another text than the approved one; empty else (gx-12-4-1).</summary>
    public string ReadBackText { get; private set; } = "";

    /// <summary>All lines of the publish gate at the last evaluation, as JSON, for the evidence sheet.</summary>
    public string GateJson { get; private set; } = "[]";

    /// <summary>Why it is held or was refused, in Japanese and English, separated by a line feed.</summary>
    public string Trouble { get; private set; } = "";

    public bool IsOpen => State is DeliveryState.Scheduled or DeliveryState.Sending or DeliveryState.Held or DeliveryState.Unknown;

    public bool Stands => State is DeliveryState.Published or DeliveryState.Removing;

    /// <summary>True when a call was begun whose answer nobody saved: it may stand on the platform.</summary>
    public bool MayStand => State is DeliveryState.Sending or DeliveryState.Unknown;

    public IReadOnlyList<Look> Looks => System.Text.Json.JsonSerializer.Deserialize<List<Look>>(LooksJson) ?? [];

    /// <summary>Claims it for one attempt; the returned fence must be shown with the outcome.</summary>
    public int Claim(DateTimeOffset at)
    {
        (State, Attempts, AttemptedAt, NextTryAt) = (DeliveryState.Sending, Attempts + 1, at, null);
        return ++Fence;
    }

    /// <summary>Claims it for one look; the returned fence must be shown with what was seen.</summary>
    public int ClaimLook() => ++Fence;

    /// <summary>It was looked for and not found, or the platform could not be asked.</summary>
    public void Looked(Look look, Localized trouble, DateTimeOffset? next) => (State, LooksJson, NextTryAt, Trouble) =
        (DeliveryState.Unknown, System.Text.Json.JsonSerializer.Serialize<IReadOnlyList<Look>>([.. Looks, look]), next, $"{trouble.Ja}\n{trouble.En}");

    /// <summary>Nothing more is found out by itself.</summary>
    public void AskHuman(Localized why) => (State, NeedsDecision, NextTryAt, Trouble) = (DeliveryState.Unknown, true, null, $"{why.Ja}\n{why.En}");

    /// <summary>A human found it on the platform.</summary>
    public Refusal? SettleAsStanding(Act act, RemoteId id, Uri address, DateTimeOffset publishedAt)
    {
        if (Settle(act) is { } refusal)
        {
            return refusal;
        }

        Publish(id, address, publishedAt);
        return null;
    }

    /// <summary>True for what did not go out from here, so that a person may have posted it on the platform's own page.</summary>
    public bool MayBePostedByHand => State is DeliveryState.Held or DeliveryState.Refused;

    /// <summary>A person posted it on the platform's own page because it could not go out from here (gx-12-4-1).</summary>
    public Refusal? PostByHand(Act act, RemoteId id, Uri address, DateTimeOffset publishedAt)
    {
        if (!MayBePostedByHand)
        {
            return new NothingUndecided();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new PostingByHandNeedsReason();
        }

        (SettledBy, SettledAt, SettledWhy) = (act.By, act.At, act.Why.Trim());
        Publish(id, address, publishedAt);
        return null;
    }

    /// <summary>A human made sure that it does not stand there: it is held, and may be ordered anew or cancelled.</summary>
    public Refusal? SettleAsMissing(Act act)
    {
        if (Settle(act) is { } refusal)
        {
            return refusal;
        }

        Hold(new("届いていないことを確かめました。送り直すか、取り消してください", "It is certain that it did not arrive; send it anew or cancel it"));
        return null;
    }

    private Refusal? Settle(Act act)
    {
        if (State != DeliveryState.Unknown || !NeedsDecision)
        {
            return new NothingUndecided();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new SettlingNeedsReason();
        }

        (NeedsDecision, SettledBy, SettledAt, SettledWhy) = (false, act.By, act.At, act.Why.Trim());
        return null;
    }

    public void GateWas(string json) => GateJson = json;

    public void Publish(RemoteId id, Uri address, DateTimeOffset at) =>
        (State, RemoteId, Address, PublishedAt, NextTryAt, Trouble) = (DeliveryState.Published, id.Value, address.ToString(), at, null, "");

    /// <param name="found">The text as it was found.</param>
    public void WasReadBack(bool matches, string found, DateTimeOffset at) => (ReadBackMatches, ReadBackText, ReadBackAt) = (matches, matches ? "" : found, at);

    public void Hold(Localized why) => (State, NextTryAt, Trouble) = (DeliveryState.Held, null, $"{why.Ja}\n{why.En}");

    public void Refuse(Localized why) => (State, Trouble) = (DeliveryState.Refused, $"{why.Ja}\n{why.En}");

    public void Lose(Localized why, DateTimeOffset lookAt) => (State, NextTryAt, Trouble) = (DeliveryState.Unknown, lookAt, $"{why.Ja}\n{why.En}");

    /// <summary>It did certainly not go out: it waits again, and the gate is asked again.</summary>
    public void Retry(DateTimeOffset at) => (State, NextTryAt) = (DeliveryState.Scheduled, at);

    public void Cancel() => State = DeliveryState.Cancelled;

    /// <summary>Sets a new time for what is held, after a human looked at it.</summary>
    public void Reschedule(StaffId by, DateTimeOffset orderedAt, DateTimeOffset dueAt, string terminal) =>
        (State, OrderedBy, OrderedAt, DueAt, Terminal, Trouble) = (DeliveryState.Scheduled, by, orderedAt, dueAt, terminal, "");

    public Localized TroubleText() => Trouble.Split('\n', 2) is [var ja, var en] ? new(ja, en) : new(Trouble, Trouble);
}

/// <summary>One look for a message whose answer was lost.</summary>
/// <param name="At">When.</param>
/// <param name="Asked">True when the platform answered and did not show it; false when it could not be asked.</param>
public sealed record Look(DateTimeOffset At, bool Asked);

public sealed record NothingUndecided() : Refusal(new Localized(
    "この発信の結果は既に分かっています。画面を開き直してください。", "What became of this message is known by now. Open the page again."));

public sealed record PostingByHandNeedsReason() : Refusal(new Localized(
    "なぜ手作業で投稿したのかを記入してください。", "Say why it was posted by hand."));

public sealed record SettlingNeedsReason() : Refusal(new Localized(
    "どこで何を見て確かめたかを記入してください。", "Write where you looked and what you saw."));
