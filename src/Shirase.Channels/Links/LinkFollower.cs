using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;
using Shirase.Core.Text.Links;

namespace Shirase.Channels.Links;

/// <summary>
/// Asks for a page and follows what passes it on: HTTP redirects and the refresh that a page's head may hold. Each step goes through the
/// one way out, so none leads into a private network. Of the page itself only the first bytes are read.
/// </summary>
public sealed class LinkFollower(HttpClient http, IOptions<LinkOptions> options) : IFollowLinks
{
    // Enough for the head of a page, where a refresh stands
    private const int Head = 16_384;

    // As much of a page as is kept of it for the comparison; the rest is not loaded
    private const int Largest = 524_288;

    private static readonly Regex RefreshTag = new(
        "<meta[^>]*http-equiv *= *[\"']?refresh[^>]*url *= *[\"']?(?<to>[^\"'>]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly LinkOptions _options = options.Value;

    public bool IsOn => _options.Follow;

    public async Task<LinkTrail> FollowAsync(string address, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at) || (at.Scheme != Uri.UriSchemeHttps && at.Scheme != Uri.UriSchemeHttp))
        {
            return new(address, address, LinkState.Gone);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        for (var hops = 0; hops <= _options.MaxRedirects; hops++)
        {
            var (state, status, next) = await AskAsync(at, patience.Token, ct);
            if (next is null)
            {
                return new(address, hops == 0 ? address : at.AbsoluteUri, state, status);
            }

            at = next;
        }

        return new(address, at.AbsoluteUri, LinkState.Circles);
    }

    public async Task<(LinkTrail Trail, SeenPage Page)?> CaptureAsync(string address, CancellationToken ct)
    {
        if (await FollowAsync(address, ct) is not { State: LinkState.Answers, Status: null or (>= 200 and < 300) } trail)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, trail.Final);
            request.Headers.UserAgent.ParseAdd(Exchange.Product);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (!answer.IsSuccessStatusCode)
            {
                return null;
            }

            var buffer = new byte[Largest];
            await using var body = await answer.Content.ReadAsStreamAsync(patience.Token);
            var bytes = buffer[..await body.ReadAtLeastAsync(buffer, Largest, throwOnEndOfStream: false, patience.Token)];
            var isText = answer.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) != false;
            return (trail, new(
                (int)answer.StatusCode,
                isText ? Website.PageReader.TextOf(Website.PageReader.Decode(bytes, answer.Content.Headers.ContentType?.CharSet)) : "",
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
                answer.Content.Headers.LastModified));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task<(LinkState State, int? Status, Uri? Next)> AskAsync(Uri at, CancellationToken patience, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.UserAgent.ParseAdd(Exchange.Product);
            request.Headers.Accept.ParseAdd("text/html,*/*;q=0.8");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience);
            var status = (int)answer.StatusCode;
            var next = status is >= 300 and < 400 ? answer.Headers.Location
                : answer is { IsSuccessStatusCode: true, Content.Headers.ContentType.MediaType: "text/html" } ? Refresh(await HeadOf(answer, patience))
                : null;
            return (StateOf(answer.StatusCode), status, next is null ? null : Step(at, next));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (LinkState.Silent, null, null);
        }
        catch (HttpRequestException e) when (e is OutboundRefusedException || e.InnerException is OutboundRefusedException)
        {
            return (LinkState.Inside, null, null);
        }
        catch (HttpRequestException e)
        {
            return (e.HttpRequestError == HttpRequestError.NameResolutionError ? LinkState.Gone : LinkState.Silent, null, null);
        }
        catch (IOException)
        {
            return (LinkState.Silent, null, null);
        }
    }

    // A page that wants a sign-in, a browser or less haste is there all the same
    private static LinkState StateOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkState.Gone,
        >= HttpStatusCode.InternalServerError => LinkState.Silent,
        _ => LinkState.Answers,
    };

    // A fragment belongs to the page; a new one only where the next step brings none
    private static Uri? Step(Uri at, Uri next) =>
        Uri.TryCreate(at, next, out var to) && (to.Scheme == Uri.UriSchemeHttps || to.Scheme == Uri.UriSchemeHttp) && to != at ? to : null;

    private static async Task<string> HeadOf(HttpResponseMessage answer, CancellationToken ct)
    {
        var buffer = new byte[Head];
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        return Encoding.Latin1.GetString(buffer, 0, await body.ReadAtLeastAsync(buffer, Head, throwOnEndOfStream: false, ct));
    }

    private static Uri? Refresh(string head) =>
        RefreshTag.Match(head) is { Success: true } m && Uri.TryCreate(WebUtility.HtmlDecode(m.Groups["to"].Value.Trim()), UriKind.RelativeOrAbsolute, out var to) ? to : null;
}
