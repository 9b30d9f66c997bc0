using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>Signs a call with HMAC-SHA1 (RFC 5849). The platform demands SHA-1 here; nothing else is built on it.</summary>
internal static class OAuth1
{
    /// <summary>The value of the Authorization header behind <c>OAuth </c>.</summary>
    /// <param name="keys">The four secrets.</param>
    /// <param name="method">Such as <c>POST</c>.</param>
    /// <param name="address">With its query, whose parameters are signed. Bodies of JSON and of parts are not.</param>
    /// <param name="nonce">Never the same twice.</param>
    /// <param name="at">The moment of the call.</param>
    /// <param name="form">Parameters of a form body, which are signed too.</param>
    public static string Header(
        FourKeys keys, string method, Uri address, string nonce, DateTimeOffset at, IEnumerable<KeyValuePair<string, string>>? form = null)
    {
        var own = new List<KeyValuePair<string, string>>
        {
            new("oauth_consumer_key", keys.ConsumerKey),
            new("oauth_nonce", nonce),
            new("oauth_signature_method", "HMAC-SHA1"),
            new("oauth_timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new("oauth_token", keys.Token),
            new("oauth_version", "1.0"),
        };
        own.Add(new("oauth_signature", Sign(keys, method, address, [.. own, .. Query(address), .. form ?? []])));
        return string.Join(", ", own.Select(p => $"{Escape(p.Key)}=\"{Escape(p.Value)}\""));
    }

    private static string Sign(FourKeys keys, string method, Uri address, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var sorted = parameters.Select(p => (Key: Escape(p.Key), Value: Escape(p.Value)))
            .OrderBy(p => p.Key, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal);
        var text = $"{method}&{Escape(address.GetLeftPart(UriPartial.Path))}&{Escape(string.Join('&', sorted.Select(p => $"{p.Key}={p.Value}")))}";
#pragma warning disable CA5350 // RFC 5849 as X speaks it
        return Convert.ToBase64String(HMACSHA1.HashData(
            Encoding.ASCII.GetBytes($"{Escape(keys.ConsumerSecret)}&{Escape(keys.TokenSecret)}"), Encoding.ASCII.GetBytes(text)));
#pragma warning restore CA5350
    }

    private static IEnumerable<KeyValuePair<string, string>> Query(Uri address) =>
        address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p =>
        {
            var at = p.IndexOf('=', StringComparison.Ordinal);
            return at < 0
                ? new KeyValuePair<string, string>(Uri.UnescapeDataString(p), "")
                : new(Uri.UnescapeDataString(p[..at]), Uri.UnescapeDataString(p[(at + 1)..]));
        });

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
