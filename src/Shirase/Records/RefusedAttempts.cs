using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>
/// Attempts at an act that a clause gives to somebody else, refused at the door, as the journal tells them (gx-11-1, gx-14-1-1). Staff
/// id, endpoint and clause; nothing of what was sent.
/// </summary>
public sealed class RefusedAttempts(ShiraseDb db)
{
    public const string Verb = "access.refused";

    /// <summary>
    /// Most entries of one person in <see cref="Within"/>. Ours: enough to see what was tried, too few to bury the journal.
    /// </summary>
    public const int Most = 20;

    /// <summary>The same attempt is told once in this time: ten minutes. Ours.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    /// <param name="clause">The clause of the body's own document; null where it has none for it.</param>
    /// <param name="endpoint">As the table of access names it, such as <c>POST /desk?publish</c>.</param>
    public async Task NoteAsync(BodyId body, StaffId by, string endpoint, string? clause, DateTimeOffset at, CancellationToken ct)
    {
        // First without the body's lock: whoever hammers at a closed door must not keep the others waiting
        if (await IsToldAsync(body, by, endpoint, at, ct))
        {
            return;
        }

        await using var change = await db.BeginChangeAsync(body, ct);
        if (await IsToldAsync(body, by, endpoint, at, ct))
        {
            return;
        }

        db.Record(body, new Act(by, at), Verb, $"staff/{by}", new { endpoint, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }

    private async Task<bool> IsToldAsync(BodyId body, StaffId by, string endpoint, DateTimeOffset at, CancellationToken ct)
    {
        var (since, subject) = (at - Within, $"staff/{by}");
        var lately = await db.Journal.AsNoTracking()
            .Where(j => j.Body == body && j.Subject == subject && j.Verb == Verb && j.At > since).Select(j => j.Detail).ToListAsync(ct);
        return lately.Count >= Most || lately.Exists(d => EndpointOf(d) == endpoint);
    }

    private static string? EndpointOf(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        return json.RootElement.GetProperty("endpoint").GetString();
    }
}
