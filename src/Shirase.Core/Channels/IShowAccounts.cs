namespace Shirase.Core.Channels;

/// <summary>A channel on which people can look at an account (gx-4-1).</summary>
public interface IShowAccounts : IChannel
{
    /// <summary>Where people see this account, or null when there is no such page.</summary>
    /// <param name="service">Base address of the account's service, or null for channels inside the system.</param>
    Uri? ProfileOf(BodyId body, string handle, Uri? service);
}
