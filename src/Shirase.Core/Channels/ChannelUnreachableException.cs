namespace Shirase.Core.Channels;

/// <summary>
/// A platform could not be asked. Reading and finding throw it, because their null means "it is not there",
/// and taking silence for that would publish a message twice.
/// </summary>
/// <param name="vendorSaid">What was heard, fit for a log: without text of posts and without secrets.</param>
/// <param name="after">How long to wait before asking again, when the platform said so.</param>
public sealed class ChannelUnreachableException(string vendorSaid, TimeSpan? after = null) : Exception(vendorSaid)
{
    /// <summary>How long to wait before asking again; null when the platform did not say.</summary>
    public TimeSpan? After { get; } = after;
}
