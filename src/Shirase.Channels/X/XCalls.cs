using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>The shape of every request, as X's own description of its API (2.167) has it.</summary>
internal static class XCalls
{
    private const string Fields =
        "post.fields=id,text,created_at,entities,attachments&expansions=author_id,attachments.media_keys,referenced_posts&user.fields=id,username&media.fields=media_key,alt_text";

    public static XCall Create(string text, IReadOnlyList<string> media, long cost) => new(
        "POST /2/tweets",
        "/2/tweets",
        () => Json.Content(media.Count == 0
            ? new JsonObject { ["text"] = text }
            : new JsonObject { ["text"] = text, ["media"] = new JsonObject { ["media_ids"] = new JsonArray([.. media.Select(m => (JsonNode)m)]) } }),
        cost);

    public static XCall Delete(string id) => new("DELETE /2/tweets/{id}", $"/2/tweets/{id}");

    public static XCall Repost(string user, string post, long cost) =>
        new("POST /2/users/{id}/retweets", $"/2/users/{user}/retweets", () => Json.Content(new JsonObject { ["tweet_id"] = post }), cost);

    public static XCall UndoRepost(string user, string post) =>
        new("DELETE /2/users/{id}/retweets/{source_tweet_id}", $"/2/users/{user}/retweets/{post}");

    public static XCall Me() => new("GET /2/users/me", "/2/users/me?user.fields=id,username");

    public static XCall Read(string id, long cost) => new("GET /2/tweets/{id}", $"/2/tweets/{id}?{Fields}", Cost: cost);

    public static XCall Timeline(string user, DateTimeOffset since, string? page, long cost) => new(
        "GET /2/users/{id}/tweets",
        $"/2/users/{user}/tweets?max_results=100&start_time={since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}&{Fields}"
        + (page is null ? "" : "&pagination_token=" + Uri.EscapeDataString(page)),
        Cost: cost);

    public static XCall Initialize(DeliveryImage image) => new("POST /2/media/upload/initialize", "/2/media/upload/initialize", () => Json.Content(new JsonObject
    {
        ["media_type"] = image.ContentType,
        ["media_category"] = image.ContentType == "image/gif" ? "tweet_gif" : "tweet_image",
        ["total_bytes"] = image.Bytes.Length,
        ["shared"] = false,
    }));

    public static XCall Append(string media, int segment, ReadOnlyMemory<byte> bytes, TimeSpan patience) => new(
        "POST /2/media/upload/{id}/append",
        $"/2/media/upload/{media}/append",
        () =>
        {
            var parts = new MultipartFormDataContent
            {
                Named("segment_index", null, new StringContent(segment.ToString(CultureInfo.InvariantCulture))),
                Named("media", "part", new ReadOnlyMemoryContent(bytes)),
            };
            // Quotes around the boundary are right and not understood everywhere
            foreach (var parameter in parts.Headers.ContentType!.Parameters)
            {
                parameter.Value = parameter.Value?.Trim('"');
            }

            return parts;
        })
    { Patience = patience };

    public static XCall Complete(string media) => new("POST /2/media/upload/{id}/finalize", $"/2/media/upload/{media}/finalize");

    public static XCall Status(string media) => new("GET /2/media/upload", $"/2/media/upload?command=STATUS&media_id={media}");

    public static XCall Alt(string media, string text) => new("POST /2/media/metadata", "/2/media/metadata", () => Json.Content(new JsonObject
    {
        ["id"] = media,
        ["metadata"] = new JsonObject { ["alt_text"] = new JsonObject { ["text"] = text } },
    }));

    public static XCall Refresh(string token, XOptions app) => Tokens(new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = token,
        ["client_id"] = app.ClientId ?? "",
    });

    public static XCall Redeem(string code, ConsentQuestion question, XOptions app) => Tokens(new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = question.Back.ToString(),
        ["code_verifier"] = question.Verifier,
        ["client_id"] = app.ClientId ?? "",
    });

    public static XCall Revoke(string token, XOptions app) => new("POST /2/oauth2/revoke", "/2/oauth2/revoke", () => new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["token"] = token,
        ["client_id"] = app.ClientId ?? "",
    }));

    private static XCall Tokens(Dictionary<string, string> form) =>
        new("POST /2/oauth2/token", "/2/oauth2/token", () => new FormUrlEncodedContent(form));

    // RFC 7578 writes names in quotes; the framework leaves them out
    private static HttpContent Named(string name, string? file, HttpContent content)
    {
        content.Headers.ContentType = file is null ? null : new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentDisposition = new("form-data") { Name = $"\"{name}\"", FileName = file is null ? null : $"\"{file}\"" };
        return content;
    }
}
