using Shirase.Core.Regulations;

namespace Shirase.Core.Incidents;

/// <summary>
/// A changed operating policy (運用ポリシー) of an account. It counts as announced when both the website and the account itself told of it
/// (gx-p-6-3); while the account is stopped the website alone suffices.
/// </summary>
/// <param name="what">What changed, as the public is told.</param>
/// <param name="validFrom">From when the new policy holds.</param>
public sealed class PolicyChange(Guid id, BodyId body, AccountId account, StaffId by, DateTimeOffset at, string what, DateOnly validFrom)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public string What { get; private set; } = what;

    public DateOnly ValidFrom { get; private set; } = validFrom;

    /// <summary>The fetched page of the website; null while it is owed.</summary>
    public Guid? Notice { get; private set; }

    /// <summary>The delivery on the account that tells of it; null while it is owed.</summary>
    public DeliveryId? Post { get; private set; }

    /// <summary>When nothing was owed any more.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>True when it counts as announced though the account did not tell of it, because it was stopped then.</summary>
    public bool WithoutPost { get; private set; }

    public bool OwesNotice => Notice is null;

    public bool OwesPost => Post is null && !WithoutPost;

    /// <summary>When what is owed is late: when the office closes on its first day. The moment is ours; no document gives it.</summary>
    /// <param name="hours">Hours of the office; null takes the whole day.</param>
    public DateTimeOffset DueAt(TimeWindow? hours) =>
        hours is null ? JapanTime.StartOf(ValidFrom.AddDays(1)) : JapanTime.StartOf(ValidFrom) + hours.End.ToTimeSpan();

    public bool IsOverdue(DateTimeOffset now, TimeWindow? hours) => AnnouncedAt is null && now >= DueAt(hours);

    public void SeenOnWebsite(PageProof proof, bool isStopped, DateTimeOffset at)
    {
        Notice = proof.Id;
        Settle(isStopped, at);
    }

    public void SeenOnAccount(DeliveryId post, DateTimeOffset at)
    {
        Post = post;
        Settle(isStopped: false, at);
    }

    private void Settle(bool isStopped, DateTimeOffset at)
    {
        if (AnnouncedAt is null && Notice is not null && (Post is not null || isStopped))
        {
            (AnnouncedAt, WithoutPost) = (at, Post is null);
        }
    }
}
