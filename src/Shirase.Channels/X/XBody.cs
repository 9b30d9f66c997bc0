using System.Text.Json;
using Shirase.Channels.Outbound;

namespace Shirase.Channels.X;

/// <summary>Reads X's answers, whichever of its three ways of saying no it uses.</summary>
internal static class XBody
{
    /// <summary>The <c>data</c> of an answer that has some; an undefined element otherwise.</summary>
    public static JsonElement Data(Answer.Ok ok) => Json.Member(ok.Body, "data");

    public static bool HasData(JsonElement body) => body.TryGetProperty("data", out var data) && data.ValueKind is not JsonValueKind.Null;

    /// <summary>The problem itself, or the first of <c>errors</c>; OAuth's own words for the address of tokens.</summary>
    public static Answer.No No(int status, JsonElement? body, TimeSpan? after)
    {
        var problem = body is { ValueKind: JsonValueKind.Object } whole
            && whole.TryGetProperty("errors", out var errors) && errors is { ValueKind: JsonValueKind.Array } && errors.GetArrayLength() > 0
            ? errors[0]
            : body ?? default;
        var kind = Json.Text(problem, "type");
        kind = kind is "" or "about:blank" ? Json.Text(problem, "error") : kind[(kind.LastIndexOf('/') + 1)..];
        var message = First(Json.Text(problem, "detail"), Json.Text(problem, "message"), Json.Text(problem, "error_description"), Json.Text(problem, "title"));
        // A problem inside a 200 carries its own status where it has one
        return new(status < 300 ? Json.Number(problem, "status") ?? 400 : status, kind, Json.Number(problem, "code") ?? 0, message, after);
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
