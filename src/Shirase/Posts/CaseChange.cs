using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Operations.Telemetry;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// One change of a case: opened under the body's lock, decided by Core, saved together with its journal entry, notices and
/// jobs. Nothing outside is called here.
/// </summary>
public sealed class CaseChange(ShiraseDb db, CaseReader reader, Notices notices, Measures measures)
{
    /// <param name="fact">What the journal calls it, in the past tense.</param>
    /// <param name="decide">Core's verb.</param>
    /// <param name="prepare">Reads more of the store before the decision.</param>
    /// <param name="then">Notices and jobs that follow; run only when nothing was refused.</param>
    public async Task<Refusal?> RunAsync(
        PostApplicationId id,
        Who who,
        string? why,
        string fact,
        Func<OpenCase, Act, Refusal?> decide,
        Func<OpenCase, Act, Task>? then,
        CancellationToken ct,
        Func<OpenCase, Task>? prepare = null)
    {
        if (why?.Length > Drafting.MaxField)
        {
            return new EntryTooLong("理由", "the reason", Drafting.MaxField);
        }

        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        var open = await reader.OpenAsync(id, ct);
        if (open is null || !open.IsVisibleTo(who.Staff))
        {
            return new CaseNotFound();
        }

        if (prepare is not null)
        {
            await prepare(open);
        }

        var act = new Act(who.Staff, reader.Now, why);
        if (decide(open, act) is { } refusal)
        {
            if (refusal is GateIsClosed { Line: var line })
            {
                measures.GateRefused(line.Gate, line.Clause, "order");
            }

            return refusal is NoSeatInThisStep { Names: null } seat ? await NamedAsync(open, seat, ct) : refusal;
        }

        db.Record(who.Body, act, fact, $"application/{id}", Facts(open));
        if (then is not null)
        {
            await then(open, act);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ChangedMeanwhile();
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    public Notices Notices => notices;

    // The deputising table tells whom to ask (gx-15-1-3)
    private async Task<Refusal> NamedAsync(OpenCase open, NoSeatInThisStep refusal, CancellationToken ct)
    {
        var actors = Notices.ActorsOf(open, refusal.At).Distinct().ToList();
        var people = await db.Staff.AsNoTracking().Where(s => actors.Contains(s.Id)).ToListAsync(ct);
        return people.Count == 0
            ? refusal
            : new NoSeatInThisStep(refusal.At, new(string.Join('、', people.Select(p => p.Name)), string.Join(", ", people.Select(p => p.NameEn))));
    }

    private static object Facts(OpenCase open) => new
    {
        number = open.Application.Number,
        state = open.Application.State.ToString(),
        step = open.Application.Step,
        version = open.Application.Current.Number,
        hash = open.Application.Current.Hash,
        regulation = $"{open.Application.Regulation}/{open.Application.RegulationVersion}",
        clause = open.Application.Decisions is [.., var last] ? last.Clause : null,
        confirmations = open.Application.Confirmations.Count,
    };
}

public sealed record CaseNotFound() : Refusal(new Localized(
    "この申請は見つからないか、見る権限がありません。整理番号を確かめてください。",
    "There is no such case, or you may not see it. Check the number."));
