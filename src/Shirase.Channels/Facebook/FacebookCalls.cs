using System.Globalization;
using System.Text.Json.Nodes;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Facebook;

/// <summary>The shape of every request, as the description of the Pages API has it.</summary>
internal static class FacebookCalls
{
    private const string PostFields = "id,message,created_time,from,attachments{target,subattachments{target}}";

    public static Call Me(FacebookOptions o) => new("GET /me", $"/{o.Version}/me?fields=id,username,name");

    public static Call Profile(FacebookOptions o) => new("GET /me", $"/{o.Version}/me?fields=id,username,name,about,description,website,verification_status");

    public static Call Post(FacebookOptions o, string page, string text, IReadOnlyList<string> photos) => new("POST /{page_id}/feed", $"/{o.Version}/{page}/feed", () =>
    {
        var body = new JsonObject { ["message"] = text };
        if (photos.Count > 0)
        {
            body["attached_media"] = new JsonArray([.. photos.Select(p => (JsonNode)new JsonObject { ["media_fbid"] = p })]);
        }

        return Json.Content(body);
    });

    /// <summary>A photo that nobody sees until a post carries it.</summary>
    public static Call Photo(FacebookOptions o, string page, DeliveryImage image) => new(
        "POST /{page_id}/photos",
        $"/{o.Version}/{page}/photos",
        () => Call.Parts(
            Call.Part("published", "false"), Call.Part("alt_text_custom", image.Alt), Call.File("source", "photo", image.Bytes, image.ContentType)))
    { Patience = o.UploadTimeout };

    public static Call Delete(FacebookOptions o, string id) => new("DELETE /{object_id}", $"/{o.Version}/{id}");

    public static Call Read(FacebookOptions o, string id) => new("GET /{object_id}", $"/{o.Version}/{id}?fields={PostFields}");

    public static Call Alt(FacebookOptions o, string photo) => new("GET /{object_id}", $"/{o.Version}/{photo}?fields=alt_text_custom");

    public static Call Published(FacebookOptions o, string page, DateTimeOffset since, string? after) => new(
        "GET /{page_id}/published_posts",
        $"/{o.Version}/{page}/published_posts?limit=100&since={since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}&fields={PostFields}"
        + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)));

    public static Call Comments(FacebookOptions o, string post, int most) => new(
        "GET /{object_id}/comments",
        $"/{o.Version}/{post}/comments?fields=id,message,created_time,from,is_hidden&filter=stream&order=chronological&limit={Math.Clamp(most, 1, 100).ToString(CultureInfo.InvariantCulture)}");

    public static Call Hide(FacebookOptions o, string comment, bool hidden) => new(
        "POST /{object_id}", $"/{o.Version}/{comment}", () => new FormUrlEncodedContent([new("is_hidden", hidden ? "true" : "false")]));

    public static Call Debug(FacebookOptions o, string token) => new("GET /debug_token", $"/{o.Version}/debug_token?input_token={Uri.EscapeDataString(token)}");

    /// <summary>A person's short-lived token for one of sixty days; the tokens of Pages that come from it do not end.</summary>
    public static Call Lengthen(FacebookOptions o, string token) => new("POST /oauth/access_token", $"/{o.Version}/oauth/access_token", () => new FormUrlEncodedContent(
    [
        new("grant_type", "fb_exchange_token"),
        new("client_id", o.AppId ?? ""),
        new("client_secret", o.AppSecret ?? ""),
        new("fb_exchange_token", token),
    ]));

    public static Call Pages(FacebookOptions o) => new("GET /me/accounts", $"/{o.Version}/me/accounts?limit=100&fields=id,username,access_token");
}
