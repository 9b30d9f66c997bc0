using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Shirase.Core.Text;

namespace Shirase.Cli;

internal static partial class TextCommand
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Command Measure()
    {
        var command = new Command(
            "measure",
            "標準入力の各行 {\"text\": …} の文字数・X換算・URL・ハッシュタグを１行ずつ返す / Measures each line {\"text\": …} of standard input; places are UTF-16 units.");
        command.SetAction(result =>
        {
            using var input = Console.OpenStandardInput();
            return Measure(input, result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        });
        return command;
    }

    /// <summary>Writes one line for each line read, and what was written so far before it waits for more.</summary>
    internal static int Measure(Stream input, TextWriter output, TextWriter error)
    {
        var number = 0;
        foreach (var line in Utf8Lines.Of(input, output.Flush))
        {
            number++;
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            if (TextOf(line.Span) is not { } text)
            {
                output.Flush();
                error.WriteLine(
                    $"{number}行目：{{\"text\": \"…\"}} の形のJSON（UTF-8）ではありません。この行を直してください。"
                    + $" / Line {number} is not JSON of the form {{\"text\": \"…\"}} in UTF-8. Correct this line.");
                return ExitCode.BadInput;
            }

            output.Write(LineOf(text));
            output.Write('\n');
        }

        output.Flush();
        return ExitCode.Fine;
    }

    private static string? TextOf(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            return !reader.Read() && document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape that is half a surrogate pair
            return null;
        }
    }

    private static string LineOf(string text)
    {
        var measured = WeightedCount.Measure(text);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, OneLine);
        json.WriteStartObject();
        json.WriteNumber("literal", LiteralCount.Of(text));
        json.WriteNumber("weighted", measured.Weight);
        json.WriteBoolean("valid", measured.Valid);
        json.WriteStartArray("urls");
        foreach (var url in UrlExtractor.Find(text))
        {
            json.WriteStartObject();
            json.WriteString("text", url.Text);
            json.WriteNumber("start", url.Start);
            json.WriteNumber("length", url.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("hashtags");
        foreach (var tag in HashtagExtractor.Find(text))
        {
            json.WriteStringValue(tag.Tag);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
