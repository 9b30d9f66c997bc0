using System.Net;

namespace Shirase.Web.Shell;

/// <summary>Addresses and networks of a setting, such as <c>10.0.0.5</c> and <c>10.0.0.0/24</c>.</summary>
internal static class AddressList
{
    public static bool IsReadable(string entry) => IPAddress.TryParse(entry, out _) || IPNetwork.TryParse(entry, out _);

    public static bool Holds(IEnumerable<string> list, IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && list.Any(entry =>
            IPAddress.TryParse(entry, out var one) ? one.Equals(plain) : IPNetwork.TryParse(entry, out var network) && network.Contains(plain));
    }
}
