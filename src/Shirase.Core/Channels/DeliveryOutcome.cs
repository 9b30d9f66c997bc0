namespace Shirase.Core.Channels;

/// <summary>What became of a call to a platform. Vendor codes are translated once, inside the channel.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>It stands on the platform.</summary>
    public sealed record Published(RemoteId Id, Uri Address) : DeliveryOutcome;

    /// <summary>It does not stand there any more.</summary>
    public sealed record Removed : DeliveryOutcome;

    /// <summary>The platform said no; repeating would not help.</summary>
    public sealed record Refused(RefusedBecause Because, string VendorSaid) : DeliveryOutcome;

    /// <summary>Not now; try again, not before the given time.</summary>
    public sealed record TryLater(TimeSpan? After, string VendorSaid) : DeliveryOutcome;

    /// <summary>The answer was lost; it must be looked for before anything is repeated.</summary>
    public sealed record Unknown(string VendorSaid) : DeliveryOutcome;
}

public enum RefusedBecause
{
    TooLong,
    BadCredentials,
    Forbidden,
    Duplicate,
    BadMedia,
    NotFound,
    NotSupported,
    Invalid,

    /// <summary>The platform wants to be paid before it takes anything more.</summary>
    CreditsUsedUp,

    /// <summary>The platform suspended or locked the account.</summary>
    AccountFrozen,
}
