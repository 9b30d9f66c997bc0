using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shirase.Core.Text;

namespace Shirase.Channels.Outbound;

/// <summary>Compares what was written with what a platform shows, where it has no key of ours.</summary>
internal static partial class Wording
{
    /// <summary>Equal for texts that a reader takes for the same: composed form, blanks, and how an address begins and ends do not count.</summary>
    public static string Hash(string text)
    {
        var plain = Blank().Replace(Composed.Of(text).Trim(), " ");
        plain = Scheme().Replace(plain, "");
        plain = EndOfAddress().Replace(plain, "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex("https?://", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scheme();

    // Platforms write a host alone with a slash behind it
    [GeneratedRegex(@"(?<=\.[a-zA-Z]{2,})/(?= |$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndOfAddress();
}
