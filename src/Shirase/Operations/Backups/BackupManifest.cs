using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shirase.Operations.Backups;

/// <summary>Where the journal of one body ended.</summary>
public sealed record BackupJournal(string Body, long Entries, string LastHash);

/// <summary>What a backup says of itself, in <c>manifest.json</c> beside the database.</summary>
/// <param name="Format">Version of this file: 1.</param>
/// <param name="Version">Version of the program that made it.</param>
/// <param name="Provider"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Migration">The newest migration of the database.</param>
/// <param name="At">When it was taken.</param>
/// <param name="File">Name of the database beside this file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, in lower-case hexadecimal.</param>
public sealed record BackupManifest(
    int Format, string Version, string Provider, string Migration, DateTimeOffset At, string File, long Bytes, string Sha256, IReadOnlyList<BackupJournal> Journals)
{
    public const int Newest = 1;

    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null where the text is no manifest.</summary>
    public static BackupManifest? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(text, Json) is { File.Length: > 0, Provider: not null, Migration: not null, Sha256: not null, Journals: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
