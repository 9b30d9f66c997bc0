using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Records;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// What a look at an account found and how it goes on: told once, told anew when it is something else, and recorded as restored when it is
/// gone. The caller holds the change and saves.
/// </summary>
public sealed class StandingFindings(ShiraseDb db, IncidentNotices notices)
{
    private const string Changed = "account.finding-changed";

    /// <param name="verb">Verb of the journal that tells of it.</param>
    /// <param name="restored">Verb that tells that everything is there again.</param>
    /// <param name="lacks">What is missing, by name; empty where nothing is.</param>
    /// <param name="words">The sentence that those who answer for the account read.</param>
    public async Task NoteAsync(
        OfficialAccount account, string verb, string restored, IReadOnlyList<string> lacks, Localized? words, string? clause, DateTimeOffset now, CancellationToken ct)
    {
        var subject = $"account/{account.Id}";
        var last = await db.Journal.AsNoTracking().Where(j => j.Body == account.Body && j.Subject == subject && (j.Verb == verb || j.Verb == restored))
            .OrderByDescending(j => j.Number).FirstOrDefaultAsync(ct);
        if (lacks.Count == 0)
        {
            if (last?.Verb == verb)
            {
                db.Record(account.Body, now, restored, subject, new { clause = (string?)null });
            }

            return;
        }

        var key = NamedId.Of(string.Join('\n', lacks)).ToString("N");
        var stands = last?.Verb == verb;
        if (stands && (await NewestAsync(account, subject, verb, last!, ct)).Detail.Contains(key, StringComparison.Ordinal))
        {
            return;
        }

        // The task of the first finding goes on; a second verb of the same kind would open another
        db.Record(account.Body, now, stands ? Changed : verb, subject, new { about = verb, key, lacks, clause });
        await notices.SayAsync(account, $"incident.{verb}", words!, clause, now, ct);
    }

    private async Task<JournalEntry> NewestAsync(OfficialAccount account, string subject, string verb, JournalEntry first, CancellationToken ct)
    {
        var later = await db.Journal.AsNoTracking().Where(j => j.Body == account.Body && j.Subject == subject && j.Verb == Changed && j.Number > first.Number)
            .OrderByDescending(j => j.Number).ToListAsync(ct);
        return later.Find(j => j.Detail.Contains($"\"{verb}\"", StringComparison.Ordinal)) ?? first;
    }
}
