using System.Text.Json;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Facebook;

/// <summary>Asks the platform how long a Page's token lasts, and changes a person's token for the Page's own that does not end.</summary>
public sealed class FacebookTokens(FacebookClient client, IOptions<FacebookOptions> options)
{
    // Publish and remove; read; hide comments
    private static readonly string[] Needed = ["pages_manage_posts", "pages_read_engagement", "pages_manage_engagement"];

    internal async Task<TokenHealth?> HealthAsync(ChannelAccount account, CancellationToken ct)
    {
        if (!options.Value.HasApp)
        {
            return null;
        }

        var answer = await client.CallAsAppAsync(account, FacebookCalls.Debug(options.Value, account.Secret ?? ""), ct);
        var told = answer is Answer.Ok ok ? Json.Member(ok.Body, "data") : throw Verdict.Unreachable(answer);
        var scopes = Json.List(told, "scopes").Select(s => s.GetString()).ToHashSet();
        return new(
            Json.Member(told, "is_valid").ValueKind == JsonValueKind.True,
            new[] { EndOf(told, "expires_at"), EndOf(told, "data_access_expires_at") }.Min(),
            [.. Needed.Where(n => !scopes.Contains(n))]);
    }

    /// <summary>The Page's lasting token. The same where it is one already, or where the app is not set; null when the platform accepts neither.</summary>
    internal async Task<string?> ExchangeAsync(ChannelAccount account, CancellationToken ct)
    {
        if (!options.Value.HasApp)
        {
            return account.Secret;
        }

        var pages = await client.CallAsync(account, FacebookCalls.Pages(options.Value), ct);
        if (pages is Answer.No && !FacebookErrors.IsNoEntry(pages) && FacebookErrors.Outcome(pages, false) is DeliveryOutcome.Refused)
        {
            // A Page has no pages: the token is the Page's own
            return account.Secret;
        }

        if (pages is not Answer.Ok)
        {
            return FacebookErrors.IsNoEntry(pages) ? null : throw Verdict.Unreachable(pages);
        }

        var longer = await client.CallAsAppAsync(account, FacebookCalls.Lengthen(options.Value, account.Secret ?? ""), ct);
        if (longer is not Answer.Ok ok || Json.Text(ok.Body, "access_token") is not { Length: > 0 } token)
        {
            return FacebookErrors.IsNoEntry(longer) ? null : throw Verdict.Unreachable(longer);
        }

        pages = await client.CallAsync(account with { Secret = token }, FacebookCalls.Pages(options.Value), ct);
        return pages is Answer.Ok listed
            ? Json.List(listed.Body, "data").Where(p => FacebookChannel.IsNamed(account.Handle, p)).Select(p => Json.Text(p, "access_token")).FirstOrDefault(t => t.Length > 0)
            : throw Verdict.Unreachable(pages);
    }

    // 0 is the platform's word for "does not end"
    private static DateTimeOffset? EndOf(JsonElement told, string name) =>
        Json.Member(told, name) is { ValueKind: JsonValueKind.Number } at && at.TryGetInt64(out var seconds) && seconds is > 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
