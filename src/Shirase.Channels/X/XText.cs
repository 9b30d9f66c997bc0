using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shirase.Channels.Outbound;
using Shirase.Core.Text;

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

    /// <summary>Equal for texts that a reader takes for the same: composed form, blanks, and how an address begins and ends do not count.</summary>
    public static string Hash(string text)
    {
        var plain = Blank().Replace(Composed.Of(text).Trim(), " ");
        plain = Scheme().Replace(plain, "");
        plain = EndOfAddress().Replace(plain, "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }

    private static bool IsOwnImage(JsonElement url, string expanded) =>
        Json.Text(url, "media_key").Length > 0 || OwnImage().IsMatch(expanded);

    [GeneratedRegex(@"^https://(x|twitter)\.com/[^/]+/status/\d+/(photo|video)/\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnImage();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex("https?://", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scheme();

    // X writes a host alone with a slash behind it
    [GeneratedRegex(@"(?<=\.[a-zA-Z]{2,})/(?= |$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndOfAddress();
}
