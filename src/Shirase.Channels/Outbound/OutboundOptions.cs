using System.ComponentModel.DataAnnotations;

namespace Shirase.Channels.Outbound;

/// <summary>Where calls may lead that people outside name, such as webhooks. Services that the settings name themselves need no entry.</summary>
public sealed class OutboundOptions
{
    public const string Section = "Outbound";

    /// <summary>Hosts that may be called although they lie in a private network, and then also by http. Default: none.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Longest wait for a connection. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    internal bool Allows(string host) => AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
