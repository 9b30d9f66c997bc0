using System.Text.Json;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>Reads what an account says about itself out of X's answer.</summary>
internal static class XProfile
{
    /// <param name="following">Asks whom the account follows; without that right the names stay unknown, their number does not.</param>
    public static async Task<PlatformProfile> OfAsync(JsonElement user, Func<string, Task<Answer>> following)
    {
        var count = Json.Number(Json.Member(user, "public_metrics"), "following_count");
        var followed = count is > 0 && await following(Json.Text(user, "id")) is Answer.Ok ok
            ? Json.List(ok.Body, "data").Select(u => Json.Text(u, "username")).ToList()
            : [];
        return new(Json.Text(user, "name"), Description(user), [.. Links(user)], IsMarked(user), count, followed) { Handle = Json.Text(user, "username") };
    }

    private static string Description(JsonElement user) => Json.List(user, "entities", "description", "urls")
        .Aggregate(Json.Text(user, "description"), (text, url) => Json.Text(url, "url") is { Length: > 0 } shortened && Json.Text(url, "expanded_url") is { Length: > 0 } whole
            ? text.Replace(shortened, whole, StringComparison.Ordinal)
            : text);

    private static IEnumerable<string> Links(JsonElement user)
    {
        var whole = Json.List(user, "entities", "url", "urls").Select(u => Json.Text(u, "expanded_url")).Where(u => u.Length > 0).ToList();
        return whole.Count > 0 ? whole : new[] { Json.Text(user, "url") }.Where(u => u.Length > 0);
    }

    private static bool? IsMarked(JsonElement user) => Json.Member(user, "verified").ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => Json.Text(user, "verified_type") is "government" or "business",
        _ => null,
    };
}
