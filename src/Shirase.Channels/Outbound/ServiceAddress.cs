namespace Shirase.Channels.Outbound;

/// <summary>The address of a platform's service, as settings and accounts name it.</summary>
internal static class ServiceAddress
{
    /// <summary>https, or http on this machine.</summary>
    public static bool IsFit(Uri service) =>
        service.IsAbsoluteUri && (service.Scheme == Uri.UriSchemeHttps || (service.Scheme == Uri.UriSchemeHttp && service.IsLoopback));

    public static bool IsSame(Uri a, Uri b) =>
        Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>What a start says of an address that does not fit.</summary>
    public static string Refusal(string setting, Uri wrong) => $"{setting}: '{wrong}' must be an https address (http only on this machine).";
}
