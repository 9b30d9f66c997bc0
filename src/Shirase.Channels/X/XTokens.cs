using System.Text.Json;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

internal static class XTokens
{
    /// <summary>Two hours, X's own, where the answer does not say.</summary>
    private const int Usual = 7200;

    /// <summary>The pair in an answer of the address of tokens, or null when there is none.</summary>
    public static TokenPair? Read(JsonElement body, DateTimeOffset now) =>
        Json.Text(body, "access_token") is { Length: > 0 } access
            ? new(access, Json.Text(body, "refresh_token") is { Length: > 0 } refresh ? refresh : null, now.AddSeconds(Json.Number(body, "expires_in") ?? Usual))
            : null;
}
