using System.Text.Json;

namespace Shirase.Core.Channels;

/// <summary>The four secrets of OAuth 1.0a (RFC 5849): two of the app, two of the account. Never logged.</summary>
public sealed record FourKeys(string ConsumerKey, string ConsumerSecret, string Token, string TokenSecret)
{
    private const string Mark = "oauth1:";

    /// <summary>True when all four are there.</summary>
    public bool IsComplete => new[] { ConsumerKey, ConsumerSecret, Token, TokenSecret }.All(k => !string.IsNullOrWhiteSpace(k));

    /// <summary>As one <see cref="ChannelAccount.Secret"/>.</summary>
    public string ToSecret() => Mark + JsonSerializer.Serialize((string[])[ConsumerKey, ConsumerSecret, Token, TokenSecret]);

    /// <summary>The four of such a secret, or null when it is another kind.</summary>
    public static FourKeys? Of(string? secret)
    {
        if (secret is null || !secret.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(secret[Mark.Length..]) is [var key, var keySecret, var token, var tokenSecret]
                ? new(key, keySecret, token, tokenSecret)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => "OAuth 1.0a";
}
