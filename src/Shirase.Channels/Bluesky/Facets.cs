using System.Text;
using System.Text.Json.Nodes;

namespace Shirase.Channels.Bluesky;

/// <summary>Links and hashtags of a post. Bluesky finds neither by itself: their places are written down, in UTF-8 bytes.</summary>
internal static class Facets
{
    // The lexicon's bounds for one tag
    private const int MaxTagBytes = 640;

    public static JsonArray? Of(string text)
    {
        var facets = new JsonArray();
        foreach (var span in TextSpans.In(text))
        {
            if (Feature(span.Value, span.IsTag) is { } feature)
            {
                var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, span.Start));
                facets.Add(new JsonObject
                {
                    ["index"] = new JsonObject
                    {
                        ["byteStart"] = start,
                        ["byteEnd"] = start + Encoding.UTF8.GetByteCount(span.Value),
                    },
                    ["features"] = new JsonArray(feature),
                });
            }
        }

        return facets.Count == 0 ? null : facets;
    }

    private static JsonObject? Feature(string found, bool isTag)
    {
        if (isTag)
        {
            var tag = found[1..];
            return Encoding.UTF8.GetByteCount(tag) > MaxTagBytes
                ? null
                : new() { ["$type"] = "app.bsky.richtext.facet#tag", ["tag"] = tag };
        }

        // People write addresses without scheme; what is linked is the encrypted one
        var address = found.Contains("://", StringComparison.Ordinal) ? found : "https://" + found;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? new() { ["$type"] = "app.bsky.richtext.facet#link", ["uri"] = uri.AbsoluteUri }
            : null;
    }
}
