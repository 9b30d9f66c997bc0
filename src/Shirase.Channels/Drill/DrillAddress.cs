using System.Text.RegularExpressions;
using Shirase.Core;

namespace Shirase.Channels.Drill;

/// <summary>The address of a practice post: <c>/drill/{body}/posts/{id}</c> under the installation's own address.</summary>
internal static partial class DrillAddress
{
    public static Uri Of(Uri baseAddress, BodyId body, string id) => new(baseAddress, $"/drill/{body.Slug}/posts/{id}");

    /// <summary>The id when the address names a post of this body's practice timeline here, else null.</summary>
    public static string? IdIn(string address, Uri baseAddress, BodyId body)
    {
        if (!Uri.TryCreate(baseAddress, address.Trim(), out var uri) || !SameHouse(uri, baseAddress))
        {
            return null;
        }

        var match = Path().Match(uri.AbsolutePath);
        return match.Success && match.Groups["body"].Value == body.Slug ? match.Groups["id"].Value : null;
    }

    private static bool SameHouse(Uri a, Uri b) =>
        Uri.Compare(a, b, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    [GeneratedRegex(@"^/drill/(?<body>[a-z0-9-]{1,64})/posts/(?<id>[A-Za-z0-9_-]{1,64})/?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();
}
