using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Records;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Web.Api;

/// <summary>An entry of the body's journal, with everything the proof of the chain needs.</summary>
public sealed record JournalShape(long Number, DateTimeOffset At, Guid? Actor, string Verb, string Subject, string Detail, string PreviousHash, string Hash)
{
    public static JournalShape Of(JournalEntry e) => new(e.Number, e.At, e.Actor?.Value, e.Verb, e.Subject, e.Detail, e.PreviousHash, e.Hash);
}

/// <summary>What the proof of the journal found.</summary>
public sealed record ProofShape(long Entries, string LastHash, IReadOnlyList<FaultShape> Faults);

/// <summary>A place where the journal does not prove itself.</summary>
public sealed record FaultShape(long Number, string Text);

/// <summary>Something the person must be told.</summary>
public sealed record NoticeShape(Guid Id, string Kind, string Text, Guid? About, string? Clause, DateTimeOffset At, DateTimeOffset? ReadAt)
{
    public static NoticeShape Of(Notice n, string language) => new(n.Id, n.Kind, new Localized(n.Text, n.TextEn).In(language), n.About?.Value, n.Clause, n.At, n.ReadAt);
}

internal static class RecordEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var records = api.MapGroup("").WithTags("Records");
        records.MapGet("/journal", JournalAsync).Says<Listing<JournalShape>>("readJournal", "Read the journal from an entry on, the oldest first");
        records.MapPost("/journal/verify", VerifyAsync).Says<ProofShape>("verifyJournal", "Prove the chain of the journal");
        records.MapGet("/notices", NoticesAsync).WithTags("Notices").Says<Listing<NoticeShape>>("listNotices", "List the person's own notices, the newest first");
        records.MapPost("/notices/{notice:guid}/read", ReadAsync).WithTags("Notices").Says("readNotice", "Mark a notice as read").Produces(204);
    }

    // By number, not by time: whoever follows the journal must not miss an entry
    private static async Task<IResult> JournalAsync(HttpContext http, ShiraseDb db, long? after, int? limit, CancellationToken ct)
    {
        if (after is < 0 || limit is < 1 or > Cursor.MostLimit)
        {
            return Problems.Result(new ParameterIsWrong(after is < 0 ? "after" : "limit"), http);
        }

        var (from, most) = (after ?? 0, limit ?? Cursor.DefaultLimit);
        var found = await db.Journal.AsNoTracking().Where(j => j.Number > from).OrderBy(j => j.Number).Take(most + 1).ToListAsync(ct);
        var items = found.Take(most).Select(JournalShape.Of).ToList();
        return Results.Json(new Listing<JournalShape>(items, found.Count > most ? $"{http.Request.Path}?after={items[^1].Number}&limit={most}" : null));
    }

    private static async Task<IResult> VerifyAsync(HttpContext http, ShiraseDb db, JournalProof proof, SignedInAccessor me, TimeProvider clock, CancellationToken ct)
    {
        var proved = (await proof.RunAsync(me.Required.Body, ct)).SingleOrDefault();
        db.Record(me.Required.Body, me.Required.Act(clock.GetUtcNow().Truncated()), "journal.verified", $"body/{me.Required.Body}", new { faults = proved?.Faults.Count ?? 0, entries = proved?.Entries ?? 0 });
        await db.SaveChangesAsync(ct);
        var language = ApiLanguage.Of(http.Request);
        return Results.Json(new ProofShape(proved?.Entries ?? 0, proved?.LastHash ?? JournalEntry.Genesis, [.. (proved?.Faults ?? []).Select(f => new FaultShape(f.Number, f.Text.In(language)))]));
    }

    private static async Task<IResult> NoticesAsync(HttpContext http, ShiraseDb db, SignedInAccessor me, bool? unread, string? cursor, int? limit, CancellationToken ct)
    {
        if (Piece.Read(cursor, limit, out var piece) is { } wrong)
        {
            return Problems.Result(wrong, http);
        }

        var (self, language) = (me.Required.Staff, ApiLanguage.Of(http.Request));
        var found = db.Notices.AsNoTracking().Where(n => n.To == self && (unread == null || (n.ReadAt == null) == unread));
        if (piece.From is { At: var at })
        {
            found = found.Where(n => n.At <= at);
        }

        return Results.Json(await piece.OfAsync(found.OrderByDescending(n => n.At).ThenByDescending(n => n.Id), n => n.At, n => NoticeShape.Of(n, language), http.Request, ct));
    }

    private static async Task<IResult> ReadAsync(Guid notice, HttpContext http, ShiraseDb db, SignedInAccessor me, TimeProvider clock, CancellationToken ct)
    {
        var self = me.Required.Staff;
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == notice && n.To == self, ct) is not { } found)
        {
            return Problems.Result(new NoSuchEntry(), http);
        }

        found.Read(clock.GetUtcNow().Truncated());
        await db.SaveChangesAsync(ct);
        return Results.NoContent();
    }
}
