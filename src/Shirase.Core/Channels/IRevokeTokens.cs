namespace Shirase.Core.Channels;

/// <summary>A platform that can be told to take back what it gave by a person's consent.</summary>
public interface IRevokeTokens : IChannel
{
    /// <summary>Both tokens work no more, and no new ones come of them. What does not work already is fine.</summary>
    /// <exception cref="ChannelUnreachableException">The platform did not confirm it.</exception>
    Task RevokeAsync(TokenPair pair, CancellationToken ct);
}
