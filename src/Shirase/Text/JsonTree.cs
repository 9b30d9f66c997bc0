using System.Text.Json;
using System.Text.Unicode;
using Shirase.Core.Regulations.Reading;

namespace Shirase.Text;

/// <summary>JSON as the neutral tree of Core. YAML would read most of it, but not emoji that JSON wrote as two escapes.</summary>
internal static class JsonTree
{
    /// <summary>The tree, or null for what is not JSON; lines are not known.</summary>
    public static SourceNode? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..] || !Utf8.IsValid(bytes))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = false });
            using var document = JsonDocument.ParseValue(ref reader);
            return reader.Read() ? null : Of(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static SourceNode Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new MapNode(
            [
                .. element.EnumerateObject()
                    .Where(p => p.Value.ValueKind != JsonValueKind.Null)
                    .DistinctBy(p => p.Name, StringComparer.Ordinal)
                    .Select(p => new MapEntry(p.Name, 0, Of(p.Value))),
            ],
            0),
        JsonValueKind.Array => new ListNode([.. element.EnumerateArray().Select(Of)], 0),
        JsonValueKind.String => new ScalarNode(element.GetString() ?? "", 0),
        _ => new ScalarNode(element.GetRawText(), 0),
    };
}
