namespace Shirase.Core.Text;

/// <summary>Compares an address with a pattern such as <c>https://x.com/{name}/status/{digits}</c>.</summary>
public static class PostAddress
{
    private const string Name = "{name}";
    private const string Digits = "{digits}";

    /// <summary>True when every part agrees; a query, a fragment, <c>www.</c> and <c>mobile.</c> in front of the host do not matter.</summary>
    public static bool Matches(string address, string pattern)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
        {
            return false;
        }

        var wanted = pattern[(pattern.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/');
        var given = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Host(uri).Equals(wanted[0], StringComparison.OrdinalIgnoreCase)
            && given.Length >= wanted.Length - 1
            && IsOnlyDecoration(given.AsSpan(wanted.Length - 1))
            && wanted.Skip(1).Zip(given).All(p => PartMatches(p.Second, p.First));
    }

    private static string Host(Uri uri)
    {
        var host = uri.IsDefaultPort ? uri.Host : uri.Authority;
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..]
            : host.StartsWith("mobile.", StringComparison.OrdinalIgnoreCase) ? host[7..]
            : host;
    }

    // /photo/1 and /video/1 open an image of the same post
    private static bool IsOnlyDecoration(ReadOnlySpan<string> rest) =>
        rest.Length == 0 || (rest.Length == 2 && rest[0] is "photo" or "video");

    private static bool PartMatches(string given, string wanted) => wanted switch
    {
        Digits => given.All(char.IsAsciiDigit),
        Name => given.Length > 0,
        _ => given.Equals(wanted, StringComparison.OrdinalIgnoreCase),
    };
}
