namespace Shirase.Core.Text;

/// <summary>Limits of host names, and the Latin parts of hosts in mixed writing.</summary>
internal static class HostNames
{
    private const int LongestLabel = 63;
    private const string Ace = "xn--";

    /// <summary>True when every label, in the encoding of the domain name system, has 1 to 63 characters.</summary>
    public static bool AreShortEnough(string host)
    {
        if (host.StartsWith(Ace, StringComparison.Ordinal) && !LatinParts(host).Any())
        {
            return false;
        }

        foreach (var label in host.Split('.'))
        {
            if (EncodedLength(label) is 0 or > LongestLabel)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The parts of a host that are Latin labels with a known top-level domain behind the last dot.</summary>
    public static IEnumerable<(int Start, int Length)> LatinParts(string host)
    {
        var at = 0;
        var seen = 0;
        while (at < host.Length)
        {
            var (end, run) = PartAt(host, at);
            if (end > 0)
            {
                // X places a part where the same letters first occur, even if there they were no part by themselves
                var first = host.IndexOf(host[at..end], seen, StringComparison.Ordinal);
                seen = first + end - at;
                yield return (first, end - at);
            }

            at = end > 0 ? end : Math.Max(run, at + 1);
        }
    }

    // End of the part that starts here (0: none) and end of the run of labels that was read in vain
    private static (int End, int Run) PartAt(string host, int at)
    {
        var end = 0;
        var i = at;
        while (true)
        {
            var label = i;
            while (i < host.Length && PlatformCharacters.HostPlain.Contains(host[i]))
            {
                i++;
            }

            if (i == label || i >= host.Length || host[i] != '.')
            {
                return (end, i);
            }

            i++;
            end = TopLevelDomains.LengthAt(host.AsSpan(i)) is > 0 and var n ? i + n : end;
        }
    }

    private static int EncodedLength(string label) => label.Split('。', '．', '｡') switch
    {
        [var one] => Punycode.Length(one),
        var more => more.Sum(Punycode.Length) + more.Length - 1,
    };
}
