using System.Text.RegularExpressions;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>How a post of ours is remembered: its number, and for a repost the number of what it repeats, by which it is undone.</summary>
internal sealed partial record XPostId(string Number, string? RepostOf = null)
{
    public RemoteId Remote => new(RepostOf is null ? Number : $"{Number}/{RepostOf}");

    public static XPostId? Parse(string text) =>
        Shape().Match(text) is { Success: true } m ? new(m.Groups["number"].Value, m.Groups["of"] is { Success: true } of ? of.Value : null) : null;

    /// <summary>The number in a public address of a post, or null.</summary>
    public static string? OfPublic(string address) => Page().Match(address.Trim()) is { Success: true } m ? m.Groups["number"].Value : null;

    private const RegexOptions Plain = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex("^(?<number>[0-9]{1,19})(/(?<of>[0-9]{1,19}))?$", Plain, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^https://(www\.|mobile\.)?(x|twitter)\.com/[A-Za-z0-9_]{1,20}/status/(?<number>[0-9]{1,19})(/(photo|video)/[0-9])?/?([?#].*)?$", Plain, 1000)]
    private static partial Regex Page();
}
