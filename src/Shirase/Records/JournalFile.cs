using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirase.Core;
using Shirase.Core.Records;

namespace Shirase.Records;

/// <summary>
/// The journal as lines of JSON, so that another machine can prove it without a database. Each line holds the fields over which
/// the hash is counted, and the hash.
/// </summary>
public static class JournalFile
{
    private const string Moment = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string LineOf(JournalEntry e) => JsonSerializer.Serialize(
        new Line(
            e.Body.Slug, e.Number, e.At.ToUniversalTime().ToString(Moment, CultureInfo.InvariantCulture), e.Actor?.Value, e.Verb, e.Subject,
            e.Detail, e.PreviousHash, e.Hash),
        Json);

    /// <summary>The entry of a line, or null when the line is none.</summary>
    public static JournalEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line, Json) is { Body: not null, Verb: not null, Subject: not null, Detail: not null } l
                && l.PreviousHash is not null && l.Hash is not null
                && DateTimeOffset.TryParseExact(l.At, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? new JournalEntry(
                    new(l.Body), l.Number, at, l.Actor is { } a ? new StaffId(a) : null, l.Verb, l.Subject, l.Detail, l.PreviousHash, l.Hash)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Line(
        string? Body, long Number, string? At, Guid? Actor, string? Verb, string? Subject, string? Detail, string? PreviousHash, string? Hash);
}
