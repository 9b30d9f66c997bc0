using System.Net.Http.Headers;

namespace Shirase.Channels.Outbound;

/// <summary>One call, before it is signed. The body is made anew for each try, because it can be sent only once.</summary>
/// <param name="Operation">Method and path without ids, as the platform's description has them; what limits and costs are counted by.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">Makes the body, or null.</param>
/// <param name="Cost">Millionths of a US dollar.</param>
internal sealed record Call(string Operation, string Path, Func<HttpContent>? Body = null, long Cost = 0)
{
    public HttpMethod Method => new(Operation[..Operation.IndexOf(' ', StringComparison.Ordinal)]);

    /// <summary>Longest wait; null for the channel's own.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>The key by which the platform recognises a repeat, or null.</summary>
    public Guid? Key { get; init; }

    /// <summary>A form with files.</summary>
    public static MultipartFormDataContent Parts(params ReadOnlySpan<HttpContent> parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var part in parts)
        {
            form.Add(part);
        }

        // Quotes around the boundary are right and not understood everywhere
        foreach (var parameter in form.Headers.ContentType!.Parameters)
        {
            parameter.Value = parameter.Value?.Trim('"');
        }

        return form;
    }

    // RFC 7578 writes names in quotes; the framework leaves them out
    public static HttpContent Part(string name, string value)
    {
        var content = new StringContent(value);
        content.Headers.ContentType = null;
        content.Headers.ContentDisposition = new("form-data") { Name = $"\"{name}\"" };
        return content;
    }

    public static HttpContent File(string name, string file, ReadOnlyMemory<byte> bytes, string contentType)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        content.Headers.ContentDisposition = new("form-data") { Name = $"\"{name}\"", FileName = $"\"{file}\"" };
        return content;
    }
}
