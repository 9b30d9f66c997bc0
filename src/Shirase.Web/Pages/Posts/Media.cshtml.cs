using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Pages.Desk;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>An image of a case, cleaned, for those who may see the case; who takes it out of the system says what for (gx-15-1-4).</summary>
public sealed class MediaModel(ShiraseDb db, CaseReader reader, SignedInAccessor signedIn, TerminalIdentity terminals, IText text) : PageModel
{
    public Guid Case { get; private set; }

    public Guid Id { get; private set; }

    public string? Clause { get; private set; }

    /// <summary>The purpose as it was typed.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Who took it out before, newest first, with their names.</summary>
    public IReadOnlyList<(MediaDownload Download, string Name)> Downloads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid media, CancellationToken ct) =>
        await FindAsync(id, media, ct) is { } stored ? File(stored.Bytes, stored.ContentType) : NotFound();

    /// <summary>The form that asks for the purpose.</summary>
    public async Task<IActionResult> OnGetFormAsync(Guid id, Guid media, CancellationToken ct)
    {
        if (await FindAsync(id, media, ct) is null)
        {
            return NotFound();
        }

        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, Guid media, string? purpose, CancellationToken ct)
    {
        if (await FindAsync(id, media, ct) is not { } stored)
        {
            return NotFound();
        }

        Purpose = purpose?.Trim() ?? "";
        if (Purpose.Length is 0 or > MediaDownload.LongestPurpose)
        {
            await ShowAsync(ct);
            return this.Refused(new PurposeIsMissing(MediaDownload.LongestPurpose, Clause));
        }

        var (me, now) = (signedIn.Required, reader.Now);
        var terminal = await terminals.TerminalAsync(HttpContext, me, now, ct) ?? HttpContext.Connection.RemoteIpAddress?.ToString();
        await using var change = await db.BeginChangeAsync(me.Body, ct);
        db.Record(me.Body, new Act(me.Staff, now), "media.downloaded", $"application/{id}", new { media, name = FileName(stored), terminal, clause = Clause });
        db.Add(new MediaDownload(Guid.CreateVersion7(now), me.Body, stored.Application, stored.Id, me.Staff, now, terminal ?? "", Purpose));
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return File(stored.Bytes, stored.ContentType, FileName(stored));
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var image = new MediaId(Id);
        var downloads = await db.MediaDownloads.AsNoTracking().Where(d => d.Media == image).OrderByDescending(d => d.At).Take(100).ToListAsync(ct);
        var people = downloads.Select(d => d.By).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn).In(text.Language), ct);
        Downloads = [.. downloads.Select(d => (d, names.GetValueOrDefault(d.By, "")))];
    }

    private static string FileName(StoredMedia media) => $"{media.Id}.{media.ContentType[(media.ContentType.IndexOf('/', StringComparison.Ordinal) + 1)..]}";

    private async Task<StoredMedia?> FindAsync(Guid id, Guid media, CancellationToken ct)
    {
        var open = await reader.OpenAsync(new PostApplicationId(id), ct);
        if (open is null || !open.IsVisibleTo(signedIn.Required.Staff))
        {
            return null;
        }

        (Case, Id, Clause) = (id, media, open.Regulation.ClauseFor("record:downloads"));
        var (image, application) = (new MediaId(media), open.Application.Id);
        return await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == image && m.Application == application, ct);
    }
}

public sealed record PurposeIsMissing(int Longest, string? By) : Refusal(new Localized(
    $"何に使うために保存するのかを、{Longest}字以内で入力してください。", $"Say in {Longest} characters what you take it out for."), By);
