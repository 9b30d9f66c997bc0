using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Web.Pages.Records;

/// <summary>記録: the body's journal for auditors and administrators, with its proof and its export.</summary>
public sealed class JournalModel(ShiraseDb db, SignedInAccessor signedIn, JournalProof proof, ArchiveFile archive, TimeProvider clock) : PageModel
{
    private const int OfAPage = 50;

    [BindProperty(SupportsGet = true)]
    public JournalFilter Filter { get; set; } = new();

    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, Localized> Names { get; private set; } = new Dictionary<StaffId, Localized>();

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + OfAPage - 1) / OfAPage);

    /// <summary>What the proof found, once it was asked for.</summary>
    public JournalProved? Proved { get; private set; }

    /// <summary>Address of a page of the list with the filter kept.</summary>
    public string Address => "/records" + QueryString.Create(
        [KeyValuePair.Create("Filter.Subject", Filter.Subject), KeyValuePair.Create("Filter.Verb", Filter.Verb),
            KeyValuePair.Create("Filter.Day", Filter.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]).Value + "&p={0}";

    private BodyId Body => signedIn.Required.Body;

    public Task OnGetAsync(int? p, CancellationToken ct) => ShowAsync(p ?? 1, ct);

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        Proved = (await proof.RunAsync(Body, ct)).SingleOrDefault();
        await NoteAsync("journal.verified", new { faults = Proved?.Faults.Count ?? 0, entries = Proved?.Entries ?? 0 }, ct);
        await ShowAsync(1, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        await NoteAsync("journal.exported", null, ct);
        Response.ContentType = "application/x-ndjson; charset=utf-8";
        Response.Headers.ContentDisposition =
            $"attachment; filename=journal-{Body}-{clock.GetUtcNow().InJapan():yyyyMMdd-HHmm}.jsonl";
        await foreach (var entry in db.Journal.AsNoTracking().Where(j => j.Body == Body).OrderBy(j => j.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            await Response.WriteAsync(JournalFile.LineOf(entry) + "\n", ct);
        }

        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostArchiveAsync(CancellationToken ct)
    {
        // Written to disk first: a list that breaks off half-way must not look whole
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var posts = await archive.WriteAsync(Body, file, ct);
        await NoteAsync("archive.exported", new { posts }, ct);
        file.Position = 0;
        return File(file, "application/zip", $"archive-{Body}-{clock.GetUtcNow().InJapan():yyyyMMdd-HHmm}.zip");
    }

    private async Task NoteAsync(string verb, object? detail, CancellationToken ct)
    {
        db.Record(Body, signedIn.Required.Act(clock.GetUtcNow().Truncated()), verb, $"body/{Body}", detail);
        await db.SaveChangesAsync(ct);
    }

    private async Task ShowAsync(int page, CancellationToken ct)
    {
        var query = db.Journal.AsNoTracking().Where(j => j.Body == Body);
        if (Filter.Subject?.Trim() is { Length: > 0 } subject)
        {
            query = query.Where(j => j.Subject.StartsWith(subject));
        }

        if (Filter.Verb?.Trim() is { Length: > 0 } verb)
        {
            query = query.Where(j => j.Verb.StartsWith(verb));
        }

        if (Filter.Day is { } day)
        {
            var (from, to) = (JapanTime.StartOf(day).ToUniversalTime(), JapanTime.StartOf(day.AddDays(1)).ToUniversalTime());
            query = query.Where(j => j.At >= from && j.At < to);
        }

        Total = await query.CountAsync(ct);
        Number = Math.Clamp(page, 1, Pages);
        Entries = await query.OrderByDescending(j => j.Number).Skip((Number - 1) * OfAPage).Take(OfAPage).ToListAsync(ct);
        var actors = Entries.Select(e => e.Actor).OfType<StaffId>().Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => actors.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
    }
}

public sealed class JournalFilter
{
    [System.ComponentModel.DataAnnotations.Display(Name = "Records.Subject")]
    public string? Subject { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Records.Verb")]
    public string? Verb { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Records.Day")]
    public DateOnly? Day { get; set; }
}
