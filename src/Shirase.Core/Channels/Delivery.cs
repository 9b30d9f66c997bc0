namespace Shirase.Core.Channels;

/// <summary>One message on its way to one account. Live and drill are different types and share no queue.</summary>
/// <param name="Key">Stable key of this delivery; channels derive the remote key from it, so that a repeat is harmless.</param>
/// <param name="Account">Where it goes.</param>
/// <param name="Text">The exact text; empty for a repost.</param>
/// <param name="Images">Images in order.</param>
/// <param name="RepostOf">Address of the post to be reposted, or null.</param>
/// <param name="At">The moment written on the post.</param>
public abstract record Delivery(
    Guid Key,
    ChannelAccount Account,
    string Text,
    IReadOnlyList<DeliveryImage> Images,
    string? RepostOf,
    DateTimeOffset At)
{
    /// <summary>
    /// Before this moment it cannot stand anywhere: when it was due. Channels without a key of their own look for a lost post from
    /// here on, so that an older post of the same words is not taken for it.
    /// </summary>
    public DateTimeOffset NotBefore { get; init; } = At;

    /// <summary>The own post of the same account under which it goes, or null. Never anybody else's: it would be a reply.</summary>
    public RemoteId? ContinuationOf { get; init; }
}

/// <summary>A message to the public.</summary>
public sealed record LiveDelivery(
    Guid Key, ChannelAccount Account, string Text, IReadOnlyList<DeliveryImage> Images, string? RepostOf, DateTimeOffset At)
    : Delivery(Key, Account, Text, Images, RepostOf, At)
{
    /// <summary>
    /// Asked by channels after the last image is up and before the call that publishes: an upload takes long, and everything may have
    /// been stopped meanwhile (一斉停止). False: nothing is published.
    /// </summary>
    public Func<CancellationToken, Task<bool>> MayStillLeave { get; init; } = _ => Task.FromResult(true);
}

/// <summary>A message of an exercise: it always carries 【訓練】 and goes nowhere but the practice timeline.</summary>
public sealed record DrillDelivery : Delivery
{
    /// <summary>The mark in front of every drill message.</summary>
    public const string Mark = "【訓練】";

    /// <summary>Name of the practice channel, the only one a drill message fits.</summary>
    public const string Channel = "drill";

    public DrillDelivery(
        Guid key, ChannelAccount account, string text, IReadOnlyList<DeliveryImage> images, string? repostOf, DateTimeOffset at)
        : base(key, account, text.StartsWith(Mark, StringComparison.Ordinal) ? text : Mark + text, images, repostOf, at)
    {
    }
}

/// <summary>An image as it goes out: cleaned bytes, type by content, text for those who do not see it.</summary>
public sealed record DeliveryImage(ReadOnlyMemory<byte> Bytes, string ContentType, string Alt, int Width, int Height);

/// <summary>The account on the platform, with the secret in clear for the moment of the call. Never logged.</summary>
/// <param name="Body">The body it belongs to.</param>
/// <param name="Handle">Handle without @.</param>
/// <param name="Service">Base address of the platform's service, or null for channels inside the system.</param>
/// <param name="Secret">Token or app password, or null.</param>
public sealed record ChannelAccount(BodyId Body, string Handle, Uri? Service, string? Secret)
{
    /// <summary>Whose spending and limits a call counts against; null while an account is being connected.</summary>
    public AccountId? Id { get; init; }

    public override string ToString() => $"{Body}/@{Handle}";
}

/// <summary>The platform's name of a post, such as an <c>at://</c> address.</summary>
public readonly record struct RemoteId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A post as it stands on the platform.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Address">Where people see it.</param>
/// <param name="AuthorHandle">Author's handle without @.</param>
/// <param name="Text">Its text.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="OriginalAuthorHandle">The original author when it is a repost, else null.</param>
/// <param name="ImageAlts">Alternative texts in order.</param>
public sealed record RemotePost(
    RemoteId Id,
    Uri Address,
    string AuthorHandle,
    string Text,
    DateTimeOffset PostedAt,
    string? OriginalAuthorHandle,
    IReadOnlyList<string> ImageAlts)
{
    /// <summary>The post under which it stands; null for one that stands by itself, and where the platform does not tell.</summary>
    public RemoteId? ContinuationOf { get; init; }
}
