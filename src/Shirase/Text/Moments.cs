using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shirase.Text;

/// <summary>
/// Moments as RFC 3339 with an offset, written in Japan's time. Years the office does not write are refused where they are read:
/// the ends of the calendar have no time in Japan.
/// </summary>
public sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    public const int FirstYear = 1868;
    public const int LastYear = 2999;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && HasOffset(text) && reader.TryGetDateTimeOffset(out var at)
        && at.Year is >= FirstYear and <= LastYear
            ? at
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Core.JapanTime.InJapan(value).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));

    // Without an offset it would mean another moment on each machine
    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
}

/// <summary>Days as <c>2026-06-18</c>.</summary>
public sealed class DayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= MomentConverter.FirstYear and <= MomentConverter.LastYear
            ? day
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
