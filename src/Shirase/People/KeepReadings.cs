using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>
/// What staff confirm to have read, first and again after some months. The journal is the register: who, when, which words, until when
/// (gx-15-1-1, gx-15-1-2, ok-5-2-o-2, to-2-2-a).
/// </summary>
public sealed class KeepReadings(ShiraseDb db, RegulationLibrary library, TimeProvider clock)
{
    private const string Verb = "reading.confirmed";

    // More than anybody confirms while one of them holds
    private const int Most = 200;

    /// <summary>All readings that the documents of the body ask of a person today.</summary>
    public async Task<IReadOnlyList<ReadingState>> StatesAsync(BodyId body, StaffId staff, CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleAsync(ct);
        return own is null || library.InForce(own, today) is not { } regulation ? [] : await StatesAsync(regulation, await RulesAsync(regulation, body, staff, today, ct), body, staff, today, ct);
    }

    /// <summary>Why the person may not go on, or null.</summary>
    /// <param name="isFiling">False while it is only being written.</param>
    public async Task<ReadingIsDue?> RefuseAsync(Regulation regulation, Who who, bool isFiling, CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        return regulation.Readings.Any(r => today >= r.From && (isFiling || r.BeforeDrafting))
            && (await StatesAsync(regulation, regulation.Readings, who.Body, who.Staff, today, ct)).FirstOrDefault(s => s.IsDue && (isFiling || s.Rule.BeforeDrafting)) is { } due
                ? new(due.Rule.Name, due.Rule.Clause)
                : null;
    }

    /// <summary>Confirms a reading; every sentence has to be ticked.</summary>
    /// <param name="ticked">Numbers of the sentences, from 0.</param>
    public async Task<Refusal?> ConfirmAsync(Who who, string? reading, IReadOnlyCollection<int> ticked, CancellationToken ct)
    {
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated());
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == who.Body).Select(b => b.Regulation).SingleAsync(ct);
        if (own is null || library.InForce(own, act.At.JapanDay()) is not { } regulation
            || (await RulesAsync(regulation, who.Body, who.Staff, act.At.JapanDay(), ct)).FirstOrDefault(r => r.Id == reading) is not { } rule)
        {
            return new NoSuchReading();
        }

        if (rule.Sentences.Where((_, i) => !ticked.Contains(i)).FirstOrDefault() is { } open)
        {
            return new ReadingSentenceIsOpen(open.Text, open.Clause);
        }

        var confirmed = ReadingConfirmation.Of(rule, act.At.JapanDay());
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        db.Record(who.Body, act, Verb, $"staff/{who.Staff}", new
        {
            reading = Key(regulation, rule),
            version = regulation.Version,
            hash = confirmed.Hash,
            until = confirmed.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            clauses = rule.Sentences.Select(s => s.Clause),
            clause = rule.Clause,
        });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    // Who answers for the operation reads the last amendment too (gm-0-2-1)
    private async Task<IReadOnlyList<ReadingRule>> RulesAsync(Regulation regulation, BodyId body, StaffId staff, DateOnly today, CancellationToken ct) =>
        AmendmentReading.Of(library, regulation) is { } amended && (await RosterReader.ReadAsync(db, library, body, today, ct)).SeatsOf(staff)
            .Any(s => s.Regulation == regulation.Slug && AmendmentReading.Managers.Contains(s.Role, StringComparer.Ordinal))
                ? [.. regulation.Readings, amended]
                : regulation.Readings;

    private async Task<IReadOnlyList<ReadingState>> StatesAsync(Regulation regulation, IReadOnlyList<ReadingRule> rules, BodyId body, StaffId staff, DateOnly today, CancellationToken ct)
    {
        var subject = $"staff/{staff}";
        var entries = await db.Journal.AsNoTracking().Where(j => j.Body == body && j.Subject == subject && j.Verb == Verb)
            .OrderByDescending(j => j.Number).Take(Most).Select(j => new { j.At, j.Detail }).ToListAsync(ct);
        var confirmed = entries.Select(e => (e.At, Detail: JsonSerializer.Deserialize<Confirmed>(e.Detail, JsonSerializerOptions.Web)!)).ToList();
        return
        [
            .. rules.Select(r => new ReadingState(
                regulation.Slug,
                r,
                confirmed.Where(c => c.Detail.Reading == Key(regulation, r)).Select(c => new ReadingConfirmation(c.Detail.Hash, c.At.JapanDay(), c.Detail.Until)).FirstOrDefault(),
                today)),
        ];
    }

    private static string Key(Regulation regulation, ReadingRule rule) => $"{regulation.Slug}/{rule.Id}";

    private sealed record Confirmed(string Reading, string Hash, DateOnly Until);
}
