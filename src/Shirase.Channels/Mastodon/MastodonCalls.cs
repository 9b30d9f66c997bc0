using System.Text.Json.Nodes;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Mastodon;

/// <summary>The shape of every request, as the description of Mastodon's API (4.7) has it.</summary>
internal static class MastodonCalls
{
    /// <summary>Most posts a server gives on one page.</summary>
    public const int PageSize = 40;

    public static Call Me() => new("GET /api/v1/accounts/verify_credentials", "/api/v1/accounts/verify_credentials");

    /// <summary>Some that the account follows.</summary>
    public static Call Following(string account) => new("GET /api/v1/accounts/{id}/following", $"/api/v1/accounts/{account}/following?limit=10");

    public static Call Create(LiveDelivery delivery, IReadOnlyList<string> media, string language)
    {
        return new("POST /api/v1/statuses", "/api/v1/statuses", Body) { Key = delivery.Key };

        HttpContent Body()
        {
            // The account's own default may be narrower than the public
            var body = new JsonObject { ["status"] = delivery.Text, ["visibility"] = "public", ["language"] = language };
            if (media.Count > 0)
            {
                body["media_ids"] = new JsonArray([.. media.Select(m => (JsonNode)m)]);
            }

            if (delivery.ContinuationOf is { } own)
            {
                body["in_reply_to_id"] = own.Value;
            }

            return Json.Content(body);
        }
    }

    public static Call Delete(string id) => new("DELETE /api/v1/statuses/{id}", $"/api/v1/statuses/{id}");

    public static Call Read(string id) => new("GET /api/v1/statuses/{id}", $"/api/v1/statuses/{id}");

    /// <summary>The text as it was written; servers of other makes may not know it.</summary>
    public static Call Source(string id) => new("GET /api/v1/statuses/{id}/source", $"/api/v1/statuses/{id}/source");

    public static Call Timeline(string account, string? before) => new(
        "GET /api/v1/accounts/{id}/statuses", $"/api/v1/accounts/{account}/statuses?limit={PageSize}" + (before is null ? "" : $"&max_id={before}"));

    public static Call Upload(DeliveryImage image, TimeSpan patience) => new(
        "POST /api/v2/media",
        "/api/v2/media",
        () => image.Alt.Length == 0
            ? Call.Parts(Call.File("file", "image", image.Bytes, image.ContentType))
            : Call.Parts(Call.Part("description", image.Alt), Call.File("file", "image", image.Bytes, image.ContentType)))
    { Patience = patience };

    public static Call Media(string id) => new("GET /api/v1/media/{id}", $"/api/v1/media/{id}");
}
