
namespace Shirase.Core.Text.Checks;

/// <summary>Compares hosts of addresses.</summary>
internal static class Hosts
{
    /// <summary>True for the domain itself and for everything below it.</summary>
    public static bool IsIn(string host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
}
