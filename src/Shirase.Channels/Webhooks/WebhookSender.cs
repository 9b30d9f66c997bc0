using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;
using Shirase.Core.Webhooks;

namespace Shirase.Channels.Webhooks;

/// <summary>Calls the receiver through the one way out: https, no redirects, no private networks. Nothing of its answer is read but the status.</summary>
public sealed class WebhookSender(HttpClient http, IOptions<OutboundOptions> options) : IWebhookSender
{
    /// <summary>Longest wait for an answer. Ours; who needs longer answers first and works afterwards.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public bool MayCall(Uri address) =>
        address.UserInfo.Length == 0
        && (options.Value.Allows(address.IdnHost)
            || (address.Scheme == Uri.UriSchemeHttps && !IsInside(address)));

    public async Task<WebhookOutcome> SendAsync(WebhookCall call, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Timeout);
        try
        {
            using var request = Request(call);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var status = (int)answer.StatusCode;
            return new(status, status is >= 200 and < 300 ? "" : status is >= 300 and < 400 ? "redirect" : "status");
        }
        catch (OutboundRefusedException)
        {
            return new(null, "refused-address");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, "timeout");
        }
        catch (HttpRequestException e) when (e.InnerException is OutboundRefusedException)
        {
            return new(null, "refused-address");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(null, "unreachable");
        }
    }

    private static HttpRequestMessage Request(WebhookCall call)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, call.Address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(call.Body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("webhook-id", call.Id);
        request.Headers.Add("webhook-timestamp", call.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(call.Id, call.At, call.Body, call.Secrets));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Shirase", "1"));
        return request;
    }

    // What can be seen without asking for the name; the rest is judged at each call
    private static bool IsInside(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.DnsSafeHost, out var literal) && !PublicAddress.Is(literal));
}
