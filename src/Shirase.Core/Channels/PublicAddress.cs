using System.Net;
using System.Net.Sockets;

namespace Shirase.Core.Channels;

/// <summary>
/// Tells addresses of the public Internet from those that lead back into a house: this machine, private networks, neighbours on the wire,
/// groups, and ranges that are no address of anybody (IANA special-purpose registries, RFC 6890 and its successors).
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic = [.. new[]
    {
        // IPv4
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // IPv6: unspecified, this machine, discard, protocol assignments with Teredo, documentation, segment routing, unique local,
        // link local, site local, groups
        "::/128", "::1/128", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    }.Select(IPNetwork.Parse)];

    // Ranges of IPv6 that carry an IPv4 address: compatible, translated (RFC 6052, RFC 8215), 6to4
    private static readonly (IPNetwork Range, int At)[] Carriers =
    [
        (IPNetwork.Parse("::/96"), 12), (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("64:ff9b:1::/48"), 12), (IPNetwork.Parse("2002::/16"), 2),
    ];

    /// <summary>True when this address may be called on behalf of somebody outside. An address that carries another is judged by it too.</summary>
    public static bool Is(IPAddress address)
    {
        // Networks do not contain the mapped form, whichever family they are of
        if (address.IsIPv4MappedToIPv6)
        {
            return Is(address.MapToIPv4());
        }

        if (NotPublic.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address)))
        {
            return false;
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.AddressFamily == AddressFamily.InterNetwork;
        }

        var bytes = address.GetAddressBytes();
        return Carriers.All(c => !c.Range.Contains(address) || Is(new IPAddress(bytes.AsSpan(c.At, 4))));
    }
}
