using System.Globalization;
using System.Text.Json.Nodes;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>The shape of every request, as X's own description of its API (2.167) has it.</summary>
internal static class XCalls
{
    private const string Fields =
        "post.fields=id,text,created_at,entities,attachments&expansions=author_id,attachments.media_keys,referenced_posts&user.fields=id,username&media.fields=media_key,alt_text";

    /// <param name="under">Number of the own post that it continues, or null.</param>
    public static Call Create(string text, IReadOnlyList<string> media, string? under, long cost)
    {
        return new("POST /2/tweets", "/2/tweets", Body, cost);

        HttpContent Body()
        {
            var body = new JsonObject { ["text"] = text };
            if (media.Count > 0)
            {
                body["media"] = new JsonObject { ["media_ids"] = new JsonArray([.. media.Select(m => (JsonNode)m)]) };
            }

            if (under is not null)
            {
                body["reply"] = new JsonObject { ["in_reply_to_tweet_id"] = under };
            }

            return Json.Content(body);
        }
    }

    public static Call Delete(string id) => new("DELETE /2/tweets/{id}", $"/2/tweets/{id}");

    public static Call Repost(string user, string post, long cost) =>
        new("POST /2/users/{id}/retweets", $"/2/users/{user}/retweets", () => Json.Content(new JsonObject { ["tweet_id"] = post }), cost);

    public static Call UndoRepost(string user, string post) =>
        new("DELETE /2/users/{id}/retweets/{source_tweet_id}", $"/2/users/{user}/retweets/{post}");

    public static Call Me() => new("GET /2/users/me", "/2/users/me?user.fields=id,username");

    public static Call Profile() => new(
        "GET /2/users/me", "/2/users/me?user.fields=id,username,name,description,url,entities,public_metrics,verified,verified_type");

    /// <summary>Names of some that the account follows.</summary>
    public static Call Following(string user) => new("GET /2/users/{id}/following", $"/2/users/{user}/following?max_results=10&user.fields=username");

    public static Call Read(string id, long cost) => new("GET /2/tweets/{id}", $"/2/tweets/{id}?{Fields}", Cost: cost);

    public static Call Timeline(string user, DateTimeOffset since, string? page, long cost) => new(
        "GET /2/users/{id}/tweets",
        $"/2/users/{user}/tweets?max_results=100&start_time={since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}&{Fields}"
        + (page is null ? "" : "&pagination_token=" + Uri.EscapeDataString(page)),
        Cost: cost);

    public static Call Initialize(DeliveryImage image) => new("POST /2/media/upload/initialize", "/2/media/upload/initialize", () => Json.Content(new JsonObject
    {
        ["media_type"] = image.ContentType,
        ["media_category"] = image.ContentType == "image/gif" ? "tweet_gif" : "tweet_image",
        ["total_bytes"] = image.Bytes.Length,
        ["shared"] = false,
    }));

    public static Call Append(string media, int segment, ReadOnlyMemory<byte> bytes, TimeSpan patience) => new(
        "POST /2/media/upload/{id}/append",
        $"/2/media/upload/{media}/append",
        () => Call.Parts(
            Call.Part("segment_index", segment.ToString(CultureInfo.InvariantCulture)), Call.File("media", "part", bytes, "application/octet-stream")))
    { Patience = patience };

    public static Call Complete(string media) => new("POST /2/media/upload/{id}/finalize", $"/2/media/upload/{media}/finalize");

    public static Call Status(string media) => new("GET /2/media/upload", $"/2/media/upload?command=STATUS&media_id={media}");

    public static Call Alt(string media, string text) => new("POST /2/media/metadata", "/2/media/metadata", () => Json.Content(new JsonObject
    {
        ["id"] = media,
        ["metadata"] = new JsonObject { ["alt_text"] = new JsonObject { ["text"] = text } },
    }));

    public static Call Refresh(string token, XOptions app) => Tokens(new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = token,
        ["client_id"] = app.ClientId ?? "",
    });

    public static Call Redeem(string code, ConsentQuestion question, XOptions app) => Tokens(new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = question.Back.ToString(),
        ["code_verifier"] = question.Verifier,
        ["client_id"] = app.ClientId ?? "",
    });

    public static Call Revoke(string token, XOptions app) => new("POST /2/oauth2/revoke", "/2/oauth2/revoke", () => new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["token"] = token,
        ["client_id"] = app.ClientId ?? "",
    }));

    private static Call Tokens(Dictionary<string, string> form) =>
        new("POST /2/oauth2/token", "/2/oauth2/token", () => new FormUrlEncodedContent(form));
}
