using System.Text.Json;

namespace Shirase.Channels.X;

/// <summary>Reads X's answers, whichever of its three ways of saying no it uses.</summary>
internal static class XBody
{
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

    public static bool HasData(JsonElement body) => body.TryGetProperty("data", out var data) && data.ValueKind is not JsonValueKind.Null;

    /// <summary>The problem itself, or the first of <c>errors</c>; OAuth's own words for the address of tokens.</summary>
    public static XAnswer.No No(int status, JsonElement? body, TimeSpan? after)
    {
        var problem = body is { ValueKind: JsonValueKind.Object } whole
            && whole.TryGetProperty("errors", out var errors) && errors is { ValueKind: JsonValueKind.Array } && errors.GetArrayLength() > 0
            ? errors[0]
            : body ?? default;
        var kind = Text(problem, "type");
        kind = kind is "" or "about:blank" ? Text(problem, "error") : kind[(kind.LastIndexOf('/') + 1)..];
        var message = First(Text(problem, "detail"), Text(problem, "message"), Text(problem, "error_description"), Text(problem, "title"));
        // A problem inside a 200 carries its own status where it has one
        return new(status < 300 ? Number(problem, "status") ?? 400 : status, kind, Number(problem, "code") ?? 0, message, after);
    }

    public static string Text(JsonElement body, string name) =>
        body is { ValueKind: JsonValueKind.Object } && body.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String
            ? v.GetString()!
            : "";

    public static int? Number(JsonElement body, string name) =>
        body is { ValueKind: JsonValueKind.Object } && body.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out var n)
            ? n
            : null;

    public static IEnumerable<JsonElement> List(JsonElement body, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(name, out body))
            {
                return [];
            }
        }

        return body.ValueKind == JsonValueKind.Array ? body.EnumerateArray() : [];
    }

    private static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }
}
