namespace Shirase.Core.Incidents;

/// <summary>A post on an account of ours that this system never sent. Its words are kept: whoever wrote it may take it away.</summary>
public sealed class ForeignPost(
    Guid id, BodyId body, AccountId account, string channel, string remoteId, string address, string text, bool isRepost, DateTimeOffset postedAt, DateTimeOffset seenAt)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public string Channel { get; private set; } = channel;

    /// <summary>The platform's name of the post.</summary>
    public string RemoteId { get; private set; } = remoteId;

    public string Address { get; private set; } = address;

    /// <summary>As it stood when it was seen; may be empty for a repost.</summary>
    public string Text { get; private set; } = text;

    public bool IsRepost { get; private set; } = isRepost;

    /// <summary>When it was posted, by the platform's word.</summary>
    public DateTimeOffset PostedAt { get; private set; } = postedAt;

    public DateTimeOffset SeenAt { get; private set; } = seenAt;

    /// <summary>Who recorded it as posted by our own people outside this system; null while nobody did.</summary>
    public StaffId? OwnedBy { get; private set; }

    public DateTimeOffset? OwnedAt { get; private set; }

    public string OwnedWhy { get; private set; } = "";

    /// <summary>True while nobody has said whose it is: the alarm goes on.</summary>
    public bool IsAlarming => OwnedAt is null;

    /// <summary>当方の投稿として記録: somebody knows who of ours posted it, and how.</summary>
    public Refusal? Own(Act act, string? clause)
    {
        if (!IsAlarming)
        {
            return new ForeignPostIsSettled();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new OwningNeedsReason(clause);
        }

        (OwnedBy, OwnedAt, OwnedWhy) = (act.By, act.At, act.Why.Trim());
        return null;
    }
}

/// <summary>How far the timeline of an account was compared with what was sent; one row an account.</summary>
public sealed class TimelineLook(AccountId id, BodyId body, DateTimeOffset from)
{
    public AccountId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Posts of before are the account's past and nobody's concern.</summary>
    public DateTimeOffset From { get; private set; } = from;

    /// <summary>The last look that the platform answered; null before the first.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Day of the last look that went back far.</summary>
    public DateOnly? LongOn { get; private set; }

    /// <summary>Since when the platform does not show the timeline; null while it does.</summary>
    public DateTimeOffset? BlindSince { get; private set; }

    public void Saw(DateTimeOffset at, DateOnly? longOn) => (At, LongOn, BlindSince) = (at, longOn ?? LongOn, null);

    public void SawNothing(DateTimeOffset at) => BlindSince ??= at;
}

public sealed record ForeignPostIsSettled() : Refusal(new Localized(
    "この投稿は既に当方の投稿として記録されています。画面を開き直してください。", "This post is recorded as ours already. Open the page again."));

public sealed record OwningNeedsReason(string? By) : Refusal(new Localized(
    "だれが、どこから投稿したか（確かめたこと）を記入してください。分からないときは、アカウントを停止してください。",
    "Write who posted it and from where. If nobody knows, stop the account."), By);

public sealed record NoSuchForeignPost() : Refusal(new Localized(
    "この投稿は見つかりません。画面を開き直してください。", "There is no such post. Open the page again."));
