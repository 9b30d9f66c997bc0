using System.Net;
using System.Text.RegularExpressions;

namespace Shirase.Channels.Mastodon;

/// <summary>Mastodon shows posts as HTML; this gives back the words. A link's text holds the whole address, parts of it unseen.</summary>
internal static partial class MastodonText
{
    public static string Plain(string html)
    {
        var text = Paragraph().Replace(html, "\n\n");
        text = LineBreak().Replace(text, "\n");
        return WebUtility.HtmlDecode(Tag().Replace(text, "")).Trim();
    }

    /// <summary>A mention is shown without the server it leads to.</summary>
    public static string Spelling(string text) => Mention().Replace(text, "${name}");

    private const RegexOptions Plainly = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"</p>\s*<p[^>]*>", Plainly, 1000)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"<br\s*/?>", Plainly, 1000)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^>]*>", Plainly, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<name>@[a-z0-9_]+)@[a-z0-9.\-]+", Plainly, 1000)]
    private static partial Regex Mention();
}
