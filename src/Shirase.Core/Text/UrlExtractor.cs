namespace Shirase.Core.Text;

/// <summary>An address that X makes a link of.</summary>
/// <param name="Text">The address as X takes it.</param>
/// <param name="Start">Index of its first UTF-16 unit.</param>
/// <param name="Length">Number of UTF-16 units from there on.</param>
/// <param name="Host">The host, without scheme, port and path.</param>
/// <param name="HasScheme">False for a bare host such as <c>npa.go.jp</c>.</param>
public sealed record UrlSpan(string Text, int Start, int Length, string Host, bool HasScheme);

/// <summary>
/// Finds addresses by X's published rules: with or without scheme, in the middle of Japanese text without spaces;
/// a bare host needs a known top-level domain and Latin labels; none directly after a letter, a digit, @, $ or #.
/// Time grows with the length of the text only.
/// </summary>
public static class UrlExtractor
{
    private const int MaxUrl = 4096;
    private const int AssumedScheme = 8;

    public static IReadOnlyList<UrlSpan> Find(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal))
        {
            return [];
        }

        var found = new List<UrlSpan>();
        var hosts = new HostScanner(text);
        var from = 0;
        while (from < text.Length)
        {
            if (Match(text, hosts, from) is not { } match)
            {
                from++;
                continue;
            }

            Take(text, match, found);
            from = match.End;
        }

        return found;
    }

    /// <summary>The first letter of an address may follow this character.</summary>
    private static bool MayPrecede(char c) =>
        !(char.IsAsciiLetterOrDigit(c) || c is '@' or '＠' or '$' or '#' or '＃' or '\uFEFF' or '\uFFFE' or '\uFFFF');

    private static UrlMatch? Match(string text, HostScanner hosts, int at)
    {
        if (MayPrecede(text[at]) && MatchAt(text, hosts, at + 1, text[at]) is { } behind)
        {
            return behind;
        }

        return at == 0 ? MatchAt(text, hosts, 0, null) : null;
    }

    private static UrlMatch? MatchAt(string text, HostScanner hosts, int start, char? before)
    {
        var scheme = SchemeAt(text, start);
        var hostEnd = hosts.EndOf(start + scheme);
        if (hostEnd < 0)
        {
            // The scheme's own letters are never a host: a colon follows them
            return null;
        }

        var path = AddressPath.SkipPort(text, hostEnd);
        var query = AddressPath.SkipPath(text, path);
        return new UrlMatch(before, start, scheme, hostEnd, path, query, AddressPath.SkipQuery(text, query));
    }

    private static int SchemeAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        return rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : 0;
    }

    private static void Take(string text, UrlMatch match, List<UrlSpan> found)
    {
        var host = text[(match.Start + match.Scheme)..match.HostEnd];
        var length = match.End - match.Start + (match.Scheme > 0 ? match.Scheme : AssumedScheme);
        if (length > MaxUrl || !HostNames.AreShortEnough(host))
        {
            return;
        }

        if (match.Scheme == 0)
        {
            TakeBare(text, match, host, found);
        }
        else if (AddressPath.TcoEnd(text, match.Start, match.End) is var end and >= 0)
        {
            found.Add(new UrlSpan(text[match.Start..end], match.Start, end - match.Start, host, true));
        }
    }

    // Of a host in mixed writing X links the Latin parts that end in a known top-level domain
    private static void TakeBare(string text, UrlMatch match, string host, List<UrlSpan> found)
    {
        if (match.Before is '-' or '_' or '.' or '/')
        {
            return;
        }

        var parts = HostNames.LatinParts(host).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var (start, length) = parts[i];
            var bare = host.Substring(start, length);
            var carriesPath = i == parts.Count - 1 && match.PathEnd > match.PathStart;
            found.Add(carriesPath
                ? new UrlSpan(
                    bare + text[match.HostEnd..match.End], match.Start + start, match.End - match.Start - start, bare, false)
                : new UrlSpan(bare, match.Start + start, length, bare, false));
        }
    }

    /// <summary>Where the parts of an address lie: start, length of the scheme, then the ends in the order of the text.</summary>
    private readonly record struct UrlMatch(
        char? Before, int Start, int Scheme, int HostEnd, int PathStart, int PathEnd, int End);
}
