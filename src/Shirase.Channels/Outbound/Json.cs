using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shirase.Channels.Outbound;

/// <summary>Reads answers that may hold anything, and writes bodies: what is missing or of another kind is empty, never an exception.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body; an empty object for no bytes, null for what is not JSON.</summary>
    public static JsonElement? Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return JsonElement.Parse("{}");
        }

        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static StringContent Content(JsonNode body) => new(body.ToJsonString(Plain), Encoding.UTF8, "application/json");

    /// <summary>The member, or an undefined element.</summary>
    public static JsonElement Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member) ? member : default;

    public static string Text(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    public static int? Number(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var n) ? n : null;

    public static IEnumerable<JsonElement> List(JsonElement body, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            body = Member(body, name);
        }

        return body.ValueKind == JsonValueKind.Array ? body.EnumerateArray() : [];
    }
}
