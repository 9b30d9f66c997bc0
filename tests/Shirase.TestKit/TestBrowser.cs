using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Shirase.TestKit;

/// <summary>
/// An HTTP client that behaves like a browser without scripts: it keeps cookies, follows redirects, remembers the one-time mark
/// of the last page and sends it with every form, unless told not to.
/// </summary>
public sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClient _client;

    /// <param name="from">The device's address on this machine; null lets the system choose.</param>
    public TestBrowser(Uri address, IPAddress? from = null)
    {
        Cookies = new CookieContainer();
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = true };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        _client = new HttpClient(handler, disposeHandler: true) { BaseAddress = address };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; }

    /// <summary>The client itself, for whatever this class has no word for.</summary>
    public HttpClient Client => _client;

    /// <summary>The one-time mark (antiforgery token) of the last page, or null.</summary>
    public string? Mark { get; set; }

    /// <summary>The text of the last page.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Path and query of the last page, after redirects.</summary>
    public string Where { get; private set; } = "";

    public async Task<HttpResponseMessage> GetAsync(string address, CancellationToken ct = default) =>
        await SeenAsync(await _client.GetAsync(address, ct), ct);

    /// <summary>Sends a form with the remembered mark. Get the page with the form first.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string?> fields, CancellationToken ct = default) =>
        PostAsync(address, fields.Select(f => KeyValuePair.Create(f.Key, f.Value ?? "")), ct);

    /// <summary>The same where a name occurs more than once.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken ct = default)
    {
        using var content = new FormUrlEncodedContent(Mark is null ? fields : fields.Append(new("__RequestVerificationToken", Mark)));
        return await SeenAsync(await _client.PostAsync(address, content, ct), ct);
    }

    /// <summary>Sends a form with files.</summary>
    public async Task<HttpResponseMessage> PostFilesAsync(string address, MultipartFormDataContent content, CancellationToken ct = default)
    {
        if (Mark is not null)
        {
            content.Add(new StringContent(Mark), "__RequestVerificationToken");
        }

        return await SeenAsync(await _client.PostAsync(address, content, ct), ct);
    }

    /// <summary>Sends a body as it is, such as one that no browser would make; the mark is the caller's matter.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent content, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        return await SeenAsync(await _client.SendAsync(request, ct), ct);
    }

    /// <summary>The value of a hidden field of the last page, or null.</summary>
    public string? Hidden(string name)
    {
        var found = Input().Matches(Page).Select(m => m.Value).FirstOrDefault(i => i.Contains($"name=\"{name}\"", StringComparison.Ordinal));
        return found is null ? null : WebUtility.HtmlDecode(Value().Match(found).Groups["value"].Value);
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SeenAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        Page = await answer.Content.ReadAsStringAsync(ct);
        Where = answer.RequestMessage?.RequestUri?.PathAndQuery ?? "";
        Mark = Hidden("__RequestVerificationToken") ?? Mark;
        return answer;
    }

    [GeneratedRegex("<input[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Value();
}
