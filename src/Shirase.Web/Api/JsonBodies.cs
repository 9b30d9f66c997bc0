using System.Text.Json;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Web.Shell;

namespace Shirase.Web.Api;

/// <summary>
/// Reads the body of a call whole, within bounds, before anything is done: the name it may be repeated under covers it, and what no
/// database stores (U+0000, halves of characters) is refused by its place.
/// </summary>
public static class JsonBodies
{
    private static readonly object Key = new();

    /// <summary>The body as it came; empty where there was none.</summary>
    public static ReadOnlyMemory<byte> Of(HttpContext context) => context.Items[Key] is byte[] bytes ? bytes : ReadOnlyMemory<byte>.Empty;

    /// <summary>Null when it was read and can be read again by the endpoint.</summary>
    public static async Task<Refusal?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var isJson = request.HasJsonContentType();
        var services = context.RequestServices;
        var most = isJson || request.ContentType is null
            ? services.GetRequiredService<IOptions<ApiOptions>>().Value.BodyBytes
            : services.GetRequiredService<IOptions<InstallationOptions>>().Value.RequestBytes;
        if (request.ContentLength > most)
        {
            return new BodyIsTooLarge(most);
        }

        var bytes = new MemoryStream();
        var piece = new byte[16_384];
        while (await request.Body.ReadAsync(piece, context.RequestAborted) is > 0 and var read)
        {
            if (bytes.Length + read > most)
            {
                return new BodyIsTooLarge(most);
            }

            bytes.Write(piece, 0, read);
        }

        context.Items[Key] = bytes.ToArray();
        bytes.Position = 0;
        request.Body = bytes;
        return isJson && bytes.Length > 0 ? Refuse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) : null;
    }

    public static string Where(JsonException e) =>
        e.Path is { Length: > 1 } path ? path : e.LineNumber is { } line ? $"{line + 1}:{(e.BytePositionInLine ?? 0) + 1}" : "JSON";

    private static BodyIsUnreadable? Refuse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 32 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                {
                    return new BodyIsUnreadable("U+0000");
                }
            }

            return null;
        }
        catch (JsonException e)
        {
            return new BodyIsUnreadable(Where(e));
        }
        catch (InvalidOperationException)
        {
            // Half a pair of surrogates, or bytes that are no UTF-8
            return new BodyIsUnreadable("UTF-16");
        }
    }
}
