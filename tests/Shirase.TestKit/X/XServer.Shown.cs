using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Shirase.TestKit.X;

/// <summary>How posts are told: addresses shortened, three signs escaped, images as an address behind the text.</summary>
public sealed partial class XServer
{
    private static readonly Regex Address_ = new(@"https?://[!-~]+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static (string Text, JsonArray Urls) Shortened(XServerPost post)
    {
        var urls = new JsonArray();
        var number = 0;
        var text = post.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        text = Address_.Replace(text, m => Add(m.Value.Replace("&amp;", "&", StringComparison.Ordinal)));
        if (post.Media.Count > 0)
        {
            text += " " + Add($"https://x.com/{post.Author.Handle}/status/{post.Id}/photo/1");
        }

        return (text, urls);

        string Add(string expanded)
        {
            var shortened = $"https://t.co/{post.Id[^8..]}{number++:D2}";
            urls.Add(new JsonObject { ["start"] = 0, ["end"] = shortened.Length, ["url"] = shortened, ["expanded_url"] = expanded, ["display_url"] = "…" });
            return shortened;
        }
    }

    private JsonObject Shown(XServerPost post)
    {
        var original = post.RepostOf is null ? post : _posts.Single(p => p.Id == post.RepostOf);
        var (text, urls) = Shortened(original);
        var shown = new JsonObject
        {
            ["id"] = post.Id,
            // A repost is told cut short; the whole text stands with the original
            ["text"] = post.RepostOf is null ? text : $"RT @{original.Author.Handle}: {text[..Math.Min(20, text.Length)]}…",
            ["author_id"] = post.Author.Id,
            ["created_at"] = post.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["edit_history_post_ids"] = new JsonArray(post.Id),
        };
        if (urls.Count > 0 && post.RepostOf is null)
        {
            shown["entities"] = new JsonObject { ["urls"] = urls };
        }

        if (post.Media.Count > 0)
        {
            shown["attachments"] = new JsonObject { ["media_keys"] = new JsonArray([.. post.Media.Select(m => (JsonNode)("3_" + m))]) };
        }

        if (post.Under is not null)
        {
            shown["referenced_posts"] = new JsonArray(new JsonObject { ["type"] = "replied_to", ["id"] = post.Under });
        }

        if (post.RepostOf is not null)
        {
            shown["referenced_posts"] = new JsonArray(new JsonObject { ["type"] = "retweeted", ["id"] = post.RepostOf });
        }

        return shown;
    }

    private JsonObject Included(IReadOnlyList<XServerPost> posts)
    {
        var originals = posts.Where(p => p.RepostOf is not null).Select(p => _posts.Single(o => o.Id == p.RepostOf)).Distinct().ToList();
        var users = posts.Concat(originals).Select(p => p.Author).Distinct()
            .Select(u => (JsonNode)new JsonObject { ["id"] = u.Id, ["username"] = u.Handle, ["name"] = u.Handle });
        var media = posts.Concat(originals).SelectMany(p => p.Media).Distinct()
            .Select(m => (JsonNode)new JsonObject { ["media_key"] = "3_" + m, ["type"] = "photo", ["alt_text"] = _media[m].Alt });
        var included = new JsonObject { ["users"] = new JsonArray([.. users]) };
        if (media.Any())
        {
            included["media"] = new JsonArray([.. media]);
        }

        if (originals.Count > 0)
        {
            included["posts"] = new JsonArray([.. originals.Select(o => (JsonNode)Shown(o))]);
        }

        return included;
    }
}
