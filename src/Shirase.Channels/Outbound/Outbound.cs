using System.Net;
using System.Net.Sockets;
using Shirase.Core.Channels;

namespace Shirase.Channels.Outbound;

/// <summary>
/// The one way out of the house for HTTP. No call follows a redirect or keeps a cookie; a name is looked up once and the connection goes to
/// the address that was judged, so that it cannot turn into another on the way (DNS rebinding). Proxies of the environment are not used:
/// they would be connected to in place of what was judged.
/// </summary>
public static class Outbound
{
    /// <summary>For a service that the settings name: only these hosts. A host that is an operator's own choice may lie in a private network.</summary>
    public static HttpMessageHandler To(IEnumerable<Uri> services, TimeSpan connectTimeout)
    {
        var hosts = services.Select(s => s.IdnHost).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Door(
            request => hosts.Contains(request.IdnHost) ? null : "The host is not one of the settings.",
            Sockets(connectTimeout, host => hosts.Contains(host)));
    }

    /// <summary>
    /// For an address that somebody entered, such as a webhook: https only, and no address of this machine or of a private network, unless
    /// <see cref="OutboundOptions.AllowedHosts"/> names the host.
    /// </summary>
    /// <param name="options">The settings.</param>
    /// <param name="isHttpAllowed">True where plain http is called too, because nothing of ours goes with the call, as with links that are followed.</param>
    /// <exception cref="OutboundRefusedException">Thrown by the call when the address is refused; nothing was sent.</exception>
    public static HttpMessageHandler Handler(OutboundOptions options, bool isHttpAllowed = false) => new Door(
        request => request.Scheme == Uri.UriSchemeHttps || (request.Scheme == Uri.UriSchemeHttp && (isHttpAllowed || options.Allows(request.IdnHost))) ? null
            : "Only https addresses are called.",
        Sockets(options.ConnectTimeout, options.Allows));

    private static SocketsHttpHandler Sockets(TimeSpan connectTimeout, Func<string, bool> mayBePrivate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = connectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, mayBePrivate(context.DnsEndPoint.Host), ct),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool mayBePrivate, CancellationToken ct)
    {
        var found = IPAddress.TryParse(to.Host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, ct);
        var fit = found.Where(a => mayBePrivate || PublicAddress.Is(a)).ToArray();
        if (fit.Length == 0)
        {
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new OutboundRefusedException("The host leads into a private network.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(fit, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class Door(Func<Uri, string?> refuse, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri is not { IsAbsoluteUri: true } address ? throw new OutboundRefusedException("There is no address.")
                : refuse(address) is { } why ? throw new OutboundRefusedException(why)
                : address.UserInfo.Length > 0 ? throw new OutboundRefusedException("An address must not carry a password.")
                : base.SendAsync(request, cancellationToken);
    }
}

/// <summary>A call that was not made, because of where it would have led.</summary>
/// <param name="why">Fit for a log: without the address.</param>
public sealed class OutboundRefusedException(string why) : HttpRequestException(HttpRequestError.ConnectionError, why);
