using Shirase.Core.Accounts;
using Shirase.Core.Channels;

namespace Shirase.Accounts;

/// <summary>The account as a channel needs it: with the secret in clear, for the moment of the call.</summary>
public sealed class ChannelAccounts(SecretVault vault)
{
    /// <summary>For a call to one channel. Service and secret are those of the channel the account is bound to; any other gets neither.</summary>
    public ChannelAccount Open(OfficialAccount account, string channel) => channel == account.Channel
        ? Open(account)
        : new(account.Body, account.Handle, null, null) { Id = account.Id };

    public ChannelAccount Open(OfficialAccount account) => new(
        account.Body,
        account.Handle,
        account.Service is { } service ? new Uri(service) : null,
        account.ProtectedSecret is { } secret ? vault.Open(secret) : null)
    { Id = account.Id };
}
