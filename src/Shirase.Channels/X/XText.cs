using System.Text.Json;
using System.Text.RegularExpressions;
using Shirase.Channels.Outbound;

namespace Shirase.Channels.X;

/// <summary>X's spelling of a text and ours: addresses are shortened there, three signs escaped, images appended as addresses.</summary>
internal static partial class XText
{
    /// <summary>The text as it was written: shortened addresses expanded, the addresses of its own images taken away.</summary>
    public static string Original(JsonElement post)
    {
        var text = Json.Text(post, "text");
        foreach (var url in Json.List(post, "entities", "urls"))
        {
            var (shortened, expanded) = (Json.Text(url, "url"), Json.Text(url, "expanded_url"));
            if (shortened.Length > 0 && expanded.Length > 0)
            {
                text = text.Replace(shortened, IsOwnImage(url, expanded) ? "" : expanded, StringComparison.Ordinal);
            }
        }

        return text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal).TrimEnd();
    }

    private static bool IsOwnImage(JsonElement url, string expanded) =>
        Json.Text(url, "media_key").Length > 0 || OwnImage().IsMatch(expanded);

    [GeneratedRegex(@"^https://(x|twitter)\.com/[^/]+/status/\d+/(photo|video)/\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnImage();
}
