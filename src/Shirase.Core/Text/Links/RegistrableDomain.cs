using System.Collections.Frozen;

namespace Shirase.Core.Text.Links;

/// <summary>
/// The part of a host that somebody registered, such as <c>pref.gunma.jp</c> of <c>www.pref.gunma.jp</c>: two hosts of one such name
/// belong to one owner. Judged by the Public Suffix List (publicsuffix.org).
/// </summary>
public static class RegistrableDomain
{
    private static readonly Lazy<FrozenSet<string>> Endings = new(() =>
        Resource.Lines("public-suffixes").SelectMany(l => l.Split(' ')).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The registered name in lower case; the host itself where it is an ending, an IP address or one label.</summary>
    /// <param name="host">Host name in the encoding of the domain name system (<see cref="Uri.IdnHost"/>).</param>
    public static string Of(string host)
    {
        host = host.TrimEnd('.').ToLowerInvariant();
        if (Uri.CheckHostName(host) is not UriHostNameType.Dns)
        {
            return host;
        }

        // From the whole host to its last label: the first ending met is the longest
        for (var at = 0; at >= 0; at = Next(host, at))
        {
            if (Endings.Value.Contains($"!{host[at..]}"))
            {
                return host[at..];
            }

            if (IsEnding(host, at))
            {
                return at == 0 ? host : host[(host.LastIndexOf('.', Math.Max(0, at - 2)) + 1)..];
            }
        }

        return host;
    }

    private static bool IsEnding(string host, int at)
    {
        var next = Next(host, at);
        return next < 0 || Endings.Value.Contains(host[at..]) || Endings.Value.Contains($"*.{host[next..]}");
    }

    private static int Next(string host, int at) => host.IndexOf('.', at) is >= 0 and var dot ? dot + 1 : -1;
}
