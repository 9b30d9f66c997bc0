using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Shirase.Text;

/// <summary>JSON as programs write and read it, over HTTP and on the command line. What is misspelt must not be taken for what was left out.</summary>
public static class ProgramJson
{
    public static JsonSerializerOptions Options { get; } = Write(new(JsonSerializerDefaults.Web) { WriteIndented = true });

    public static JsonSerializerOptions Write(JsonSerializerOptions json)
    {
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.MaxDepth = 32;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        json.Converters.Add(new MomentConverter());
        json.Converters.Add(new DayConverter());
        return json;
    }
}
