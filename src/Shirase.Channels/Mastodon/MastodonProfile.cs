using System.Text.Json;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Mastodon;

/// <summary>Reads what an account says about itself out of the server's answer. There is no mark of a proved account, only links that prove themselves.</summary>
internal static class MastodonProfile
{
    public static async Task<PlatformProfile> OfAsync(ChannelAccount registered, JsonElement account, Func<string, Task<Answer>> following)
    {
        var source = Json.Member(account, "source");
        var fields = Json.List(source, "fields").Select(f => Json.Text(f, "value")).ToList();
        var count = Json.Number(account, "following_count");
        var followed = count is > 0 && await following(Json.Text(account, "id")) is Answer.Ok { Body.ValueKind: JsonValueKind.Array } ok
            ? ok.Body.EnumerateArray().Select(a => Json.Text(a, "acct")).ToList()
            : [];
        // The source is the text as it was written; the note beside it is markup
        return new(Json.Text(account, "display_name"), Json.Text(source, "note"), [.. fields.Where(IsAddress)], null, count, followed)
        {
            Handle = MastodonTimeline.HandleOf(registered, account),
        };
    }

    private static bool IsAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
