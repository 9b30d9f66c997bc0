using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>
/// Everything that a body sent, as one file: a list as CSV, JSON and HTML, and the images (to-7-4-a). Read from our own store only, so that it
/// comes out whatever became of the platforms.
/// </summary>
public sealed class ArchiveFile(ShiraseDb db)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private static readonly string[] Columns = ["number", "account", "channel", "published", "removed", "address", "text", "images", "note"];

    /// <summary>The name of an image in the file.</summary>
    public static string NameOf(MediaItem media) => $"{media.Sha256[..16]}.{(media.ContentType.Split('/') is [_, var kind] ? kind : "bin")}";

    /// <summary>Writes it and answers how many posts it holds: as many as were sent.</summary>
    public async Task<int> WriteAsync(BodyId body, Stream to, CancellationToken ct)
    {
        var lines = await LinesAsync(body, ct);
        using var archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        await AddAsync(archive, "posts.csv", Encoding.UTF8.GetPreamble(), string.Concat(lines.Select(Row).Prepend(string.Join(',', Columns) + "\r\n")), ct);
        await AddAsync(archive, "posts.json", [], JsonSerializer.Serialize(lines, Json), ct);
        await AddAsync(archive, "posts.html", [], Page(lines), ct);
        foreach (var image in lines.SelectMany(l => l.Images).DistinctBy(i => i.File))
        {
            if (await db.Media.AsNoTracking().Where(m => m.Id == new MediaId(image.Id)).Select(m => m.Bytes).SingleOrDefaultAsync(ct) is { } bytes)
            {
                await using var entry = archive.CreateEntry($"media/{image.File}", CompressionLevel.NoCompression).Open();
                await entry.WriteAsync(bytes, ct);
            }
        }

        return lines.Count;
    }

    private async Task<List<ArchivedPost>> LinesAsync(BodyId body, CancellationToken ct)
    {
        var handles = await db.Accounts.AsNoTracking().Where(a => a.Body == body).ToDictionaryAsync(a => a.Id, a => a.Handle, ct);
        var sent = await db.Deliveries.AsNoTracking().Where(d => d.Body == body && d.PublishedAt != null).OrderBy(d => d.PublishedAt).ToListAsync(ct);
        var lines = new List<ArchivedPost>();
        foreach (var delivery in sent)
        {
            var application = await db.Applications.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.Id == delivery.Application, ct);
            var content = application.Versions.Single(v => v.Number == delivery.Version).Content;
            lines.Add(new(
                application.Number, handles.GetValueOrDefault(delivery.Account) ?? "", delivery.Channel, delivery.PublishedAt!.Value.InJapan(), delivery.RemovedAt?.InJapan(),
                delivery.Address, delivery.OutgoingText, [.. content.Media.Select(m => new ArchivedImage(m.Id, NameOf(m), m.Alt, m.Sha256))]));
        }

        return [.. lines.Concat(await ByHandAsync(body, handles, ct)).OrderBy(l => l.Published)];
    }

    /// <summary>What our own people posted outside this system and somebody said to be ours (to-7-3-i-0).</summary>
    private async Task<IEnumerable<ArchivedPost>> ByHandAsync(BodyId body, Dictionary<AccountId, string> handles, CancellationToken ct)
    {
        var owned = await db.ForeignPosts.AsNoTracking().Where(f => f.Body == body && f.OwnedAt != null).ToListAsync(ct);
        var people = owned.Select(f => f.OwnedBy).OfType<StaffId>().Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return owned.Select(f => new ArchivedPost(
            "", handles.GetValueOrDefault(f.Account) ?? "", f.Channel, f.PostedAt.InJapan(), null, f.Address, f.Text, [])
        {
            Note = $"手作業投稿：{(f.OwnedBy is { } by ? names.GetValueOrDefault(by) : null)} {f.OwnedAt!.Value.InJapan():yyyy-MM-dd HH:mm}「{f.OwnedWhy}」",
        });
    }

    private static async Task AddAsync(ZipArchive archive, string name, byte[] mark, string text, CancellationToken ct)
    {
        await using var entry = archive.CreateEntry(name).Open();
        await entry.WriteAsync(mark, ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    private static string Row(ArchivedPost p) => string.Join(',', new[]
    {
        p.Number, p.Account, p.Channel, $"{p.Published:yyyy-MM-dd HH:mm:ss}", p.Removed is { } removed ? $"{removed:yyyy-MM-dd HH:mm:ss}" : "", p.Address, p.Text,
        string.Join(' ', p.Images.Select(i => i.File)), p.Note,
    }.Select(Cell)) + "\r\n";

    // No cell that a spreadsheet would take for a formula
    private static string Cell(string value)
    {
        var safe = value.TrimStart() is { Length: > 0 } text && "=+-@＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Page(List<ArchivedPost> lines)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>posts</title></head><body>");
        foreach (var post in lines)
        {
            html.Append("<article><h2>").Append(WebUtility.HtmlEncode($"{post.Number} @{post.Account}")).Append("</h2><p>")
                .Append(WebUtility.HtmlEncode($"{post.Published:yyyy-MM-dd HH:mm:ss} {post.Address}")).Append("</p><p style=\"white-space:pre-wrap\">").Append(WebUtility.HtmlEncode(post.Text)).Append("</p><p>").Append(WebUtility.HtmlEncode(post.Note)).Append("</p>");
            foreach (var image in post.Images)
            {
                html.Append("<img src=\"media/").Append(image.File).Append("\" alt=\"").Append(WebUtility.HtmlEncode(image.Alt)).Append("\">");
            }

            html.Append("</article>");
        }

        return html.Append("</body></html>").ToString();
    }
}

/// <summary>A sent post as it is kept; times are Japan's.</summary>
public sealed record ArchivedPost(
    string Number, string Account, string Channel, DateTimeOffset Published, DateTimeOffset? Removed, string Address, string Text, IReadOnlyList<ArchivedImage> Images)
{
    /// <summary>Who said a post made outside this system to be ours, when and why; empty for what was sent from here.</summary>
    public string Note { get; init; } = "";
}

/// <summary>An image of it.</summary>
/// <param name="File">Name under <c>media/</c>.</param>
public sealed record ArchivedImage(Guid Id, string File, string Alt, string Sha256);
