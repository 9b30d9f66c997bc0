using System.Text;
using System.Text.Json.Nodes;
using Shirase.Core.Text;

namespace Shirase.Channels.Bluesky;

/// <summary>Links and hashtags of a post. Bluesky finds neither by itself: their places are written down, in UTF-8 bytes.</summary>
internal static class Facets
{
    // The lexicon's bound for one tag
    private const int MaxTagBytes = 640;

    /// <summary>In the order of the text; null when it has none.</summary>
    public static JsonArray? Of(string text)
    {
        var links = UrlExtractor.Find(text).Select(u => (u.Start, u.Length, Feature: Link(u)));
        var tags = HashtagExtractor.Find(text).Select(t => (t.Start, t.Length, Feature: Tag(t.Tag)));
        JsonNode[] facets =
        [
            .. links.Concat(tags)
                .Where(f => f.Feature is not null)
                .OrderBy(f => f.Start)
                .Select(f => new JsonObject { ["index"] = Place(text, f.Start, f.Length), ["features"] = new JsonArray(f.Feature) }),
        ];
        return facets.Length == 0 ? null : new JsonArray(facets);
    }

    private static JsonObject Place(string text, int start, int length)
    {
        var from = Encoding.UTF8.GetByteCount(text.AsSpan(0, start));
        return new() { ["byteStart"] = from, ["byteEnd"] = from + Encoding.UTF8.GetByteCount(text.AsSpan(start, length)) };
    }

    // People write addresses without scheme; what is linked is the encrypted one
    private static JsonObject? Link(UrlSpan url) =>
        Uri.TryCreate(url.HasScheme ? url.Text : "https://" + url.Text, UriKind.Absolute, out var uri)
            ? new() { ["$type"] = "app.bsky.richtext.facet#link", ["uri"] = uri.AbsoluteUri }
            : null;

    private static JsonObject? Tag(string tag) =>
        Encoding.UTF8.GetByteCount(tag) > MaxTagBytes ? null : new() { ["$type"] = "app.bsky.richtext.facet#tag", ["tag"] = tag };
}
