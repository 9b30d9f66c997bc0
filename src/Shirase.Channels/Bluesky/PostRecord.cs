using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shirase.Core.Channels;

namespace Shirase.Channels.Bluesky;

/// <summary>The records that are written: a post, or a repost of somebody's post.</summary>
internal static class PostRecord
{
    public static JsonObject Post(Delivery delivery, IReadOnlyList<JsonElement> blobs, string language)
    {
        var record = new JsonObject
        {
            ["$type"] = AtAddress.Post,
            ["text"] = delivery.Text,
            ["createdAt"] = Time(delivery.At),
            ["langs"] = new JsonArray(language),
        };
        if (Facets.Of(delivery.Text) is { } facets)
        {
            record["facets"] = facets;
        }

        if (blobs.Count > 0)
        {
            record["embed"] = new JsonObject
            {
                ["$type"] = "app.bsky.embed.images",
                ["images"] = new JsonArray([.. delivery.Images.Zip(blobs, Image)]),
            };
        }

        return record;
    }

    /// <summary>The two ends of the thread that goes on under a post: the post itself, and the first of all.</summary>
    /// <param name="parent">The post as its service tells it.</param>
    public static JsonObject Thread(JsonElement parent)
    {
        var above = new JsonObject { ["uri"] = parent.GetProperty("uri").GetString(), ["cid"] = parent.GetProperty("cid").GetString() };
        var root = parent.TryGetProperty("value", out var value) && value.TryGetProperty("reply", out var reply) && reply.TryGetProperty("root", out var first)
            ? JsonNode.Parse(first.GetRawText())
            : above.DeepClone();
        return new() { ["root"] = root, ["parent"] = above };
    }

    public static JsonObject Repost(Delivery delivery, string uri, string cid) => new()
    {
        ["$type"] = AtAddress.Repost,
        ["subject"] = new JsonObject { ["uri"] = uri, ["cid"] = cid },
        ["createdAt"] = Time(delivery.At),
    };

    private static JsonObject Image(DeliveryImage image, JsonElement blob)
    {
        var entry = new JsonObject { ["alt"] = image.Alt, ["image"] = JsonNode.Parse(blob.GetRawText()) };
        if (image is { Width: > 0, Height: > 0 })
        {
            entry["aspectRatio"] = new JsonObject { ["width"] = image.Width, ["height"] = image.Height };
        }

        return entry;
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
