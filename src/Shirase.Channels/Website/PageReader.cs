using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Shirase.Core.Channels;

namespace Shirase.Channels.Website;

/// <summary>Fetches pages of the body's own sites, and of no others. It follows no redirect: the page itself has to be there.</summary>
public sealed partial class PageReader(HttpClient http, IOptions<WebsiteOptions> options) : IReadPages
{
    private const int LongestPage = 2_000_000;

    // Enough to find what a page says of its own signs
    private const int Head = 2048;

    public Uri Website => options.Value.OfficialHosts.FirstOrDefault() ?? options.Value.BaseAddress;

    public bool IsOurs(Uri address) => address.IsAbsoluteUri && options.Value.Sites.Any(s => IsBelow(s, address));

    public async Task<SeenPage> ReadAsync(Uri address, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(options.Value.PageTimeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("Shirase");
            request.Headers.CacheControl = new() { NoCache = true };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            await response.Content.LoadIntoBufferAsync(LongestPage, timeout.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            return new(
                (int)response.StatusCode,
                TextOf(Decode(bytes, response.Content.Headers.ContentType?.CharSet)),
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                response.Content.Headers.LastModified);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ChannelUnreachableException("The page was not answered in time.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ChannelUnreachableException("The page was not reached.");
        }
    }

    /// <summary>True for an address of the same server below the site's path.</summary>
    internal static bool IsBelow(Uri site, Uri address) =>
        address.Scheme == site.Scheme && address.UserInfo.Length == 0
        && string.Equals(address.IdnHost, site.IdnHost, StringComparison.OrdinalIgnoreCase) && address.Port == site.Port
        && (address.AbsolutePath + "/").StartsWith(site.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>What people read: without scripts, styles, comments and markup.</summary>
    internal static string TextOf(string html) => Blanks().Replace(WebUtility.HtmlDecode(Markup().Replace(Hidden().Replace(html, " "), " ")).Replace('\0', ' '), " ").Trim();

    // Public bodies still publish in Shift_JIS and EUC-JP
    internal static string Decode(byte[] bytes, string? charset)
    {
        var name = charset?.Trim('"', '\'') ?? Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(Head, bytes.Length))).Groups["name"].Value;
        try
        {
            return (name.Length == 0 || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }

    [GeneratedRegex(@"<!--.*?-->|<(?<tag>script|style|template|noscript)\b.*?</\k<tag>\s*>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<name>[A-Za-z0-9_\-]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Charset();
}
