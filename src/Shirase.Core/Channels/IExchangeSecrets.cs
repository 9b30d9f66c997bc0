namespace Shirase.Core.Channels;

/// <summary>A platform that changes the short-lived credentials a person can get for lasting ones of the account.</summary>
public interface IExchangeSecrets : IChannel
{
    /// <summary>What is kept in place of what was entered; the same where nothing is to be changed. Null when it is not accepted.</summary>
    /// <exception cref="ChannelUnreachableException">The platform did not answer.</exception>
    Task<string?> ExchangeAsync(ChannelAccount account, CancellationToken ct);
}
