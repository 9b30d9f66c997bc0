using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shirase.Core.Webhooks;

/// <summary>
/// Signs what is sent, by the convention of Standard Webhooks: HMAC-SHA256 over <c>id.timestamp.body</c>, so that neither words nor
/// time nor name can be changed on the way, and an old message cannot be sent as a new one.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Begins every secret; what follows is Base64.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>Bytes of a secret.</summary>
    public const int SecretBytes = 32;

    /// <summary>How far a receiver should let the timestamp lie from its own clock. Five minutes.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string SecretOf(ReadOnlySpan<byte> random) => SecretPrefix + Convert.ToBase64String(random);

    /// <summary>The value of <c>webhook-signature</c>: one signature a secret, so that a receiver may change to the new one in peace.</summary>
    public static string Of(string id, DateTimeOffset at, string body, IEnumerable<string> secrets) =>
        string.Join(' ', secrets.Select(s => $"v1,{One(id, at, body, s)}"));

    private static string One(string id, DateTimeOffset at, string body, string secret)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), signed));
    }
}
