using System.Text.RegularExpressions;

namespace Shirase.Channels.Bluesky;

/// <summary>A record of the AT Protocol: <c>at://{repo}/{collection}/{rkey}</c>; the repo is a DID or a handle.</summary>
internal sealed partial record AtAddress(string Repo, string Collection, string Rkey)
{
    public const string Post = "app.bsky.feed.post";
    public const string Repost = "app.bsky.feed.repost";

    public override string ToString() => $"at://{Repo}/{Collection}/{Rkey}";

    public string Query =>
        $"repo={Uri.EscapeDataString(Repo)}&collection={Uri.EscapeDataString(Collection)}&rkey={Uri.EscapeDataString(Rkey)}";

    public static AtAddress? Parse(string text) =>
        AtUri().Match(text.Trim()) is { Success: true } m
            ? new(m.Groups["repo"].Value, m.Groups["collection"].Value, m.Groups["rkey"].Value)
            : null;

    /// <summary>The post that a public address speaks of: a page of bsky.app, an <c>at://</c> address, or the record at its service.</summary>
    public static AtAddress? OfPublic(string text)
    {
        if (Parse(text) is { Collection: Post or Repost } at)
        {
            return at;
        }

        if (Page().Match(text.Trim()) is { Success: true } page)
        {
            return new(page.Groups["repo"].Value, Post, page.Groups["rkey"].Value);
        }

        if (Record().Match(text.Trim()) is { Success: true } record)
        {
            return Parse($"at://{Uri.UnescapeDataString(record.Groups["repo"].Value)}/{record.Groups["collection"].Value}/{record.Groups["rkey"].Value}");
        }

        return null;
    }

    private const string RepoPattern = @"(?<repo>did:[a-z]+:[A-Za-z0-9._:%-]{1,200}|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251})[A-Za-z0-9])";
    private const string RkeyPattern = "(?<rkey>[A-Za-z0-9._:~-]{1,512})";
    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex("^at://" + RepoPattern + "/(?<collection>[a-zA-Z0-9.-]{3,317})/" + RkeyPattern + "$", Plain, 1000)]
    private static partial Regex AtUri();

    [GeneratedRegex("^https://bsky\\.app/profile/" + RepoPattern + "/post/" + RkeyPattern + "/?(?:[?#].*)?$", Plain, 1000)]
    private static partial Regex Page();

    [GeneratedRegex(@"^https?://[^/\s]+/xrpc/com\.atproto\.repo\.getRecord\?repo=(?<repo>[^&\s]+)&collection=(?<collection>app\.bsky\.feed\.(?:re)?post)&rkey=" + RkeyPattern + "$", Plain, 1000)]
    private static partial Regex Record();
}
