using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>The sheet on which a unit compares its platform with the usual one, and the measures that come of it (ok-3-b, ok-3-c).</summary>
public sealed class ComparingPlatforms(ShiraseDb db, CaseReader reader, RegulationLibrary library, ComparisonNotices notices)
{
    /// <summary>Keeps the sheet as it is typed; it may be incomplete.</summary>
    public Task<Refusal?> WriteAsync(Who who, Guid id, IReadOnlyList<RiskRow> rows, CancellationToken ct) =>
        Entries.Refuse([.. rows.SelectMany(r => new[] { r.Reason, r.Measure, r.Owner, r.Evidence })]) is { } tooLong
            ? Task.FromResult<Refusal?>(tooLong)
            : RunAsync(who, id, needsHead: false, null, (open, act, rule) => Write(open, rows, act, rule), ct);

    /// <summary>The head signs what is on the sheet; the office of public relations gets a copy.</summary>
    public Task<Refusal?> SignAsync(Who who, Guid id, IReadOnlyList<RiskRow> rows, CancellationToken ct) =>
        Entries.Refuse([.. rows.SelectMany(r => new[] { r.Reason, r.Measure, r.Owner, r.Evidence })]) is { } tooLong
            ? Task.FromResult<Refusal?>(tooLong)
            : RunAsync(who, id, needsHead: true, null, async (open, act, rule) =>
            {
                var draft = DraftOf(open, act);
                if ((draft.Write(rows, rule) ?? draft.Sign(act, await db.BaselineAsync(open.Regulation.Slug, ct), rule)) is { } refusal)
                {
                    return refusal;
                }

                db.Record(who.Body, act, "comparison.signed", open.Subject, new { number = draft.Number, baseline = draft.Baseline, until = draft.ValidUntil, measures = draft.HasMeasures(), clause = rule.Clause });
                await notices.TellSignedAsync(open with { Assessments = [.. open.Assessments.Where(a => a != draft), draft] }, act, ct);
                return null;
            }, ct);

    /// <summary>A new sheet beside the one that holds, with what was written there.</summary>
    public Task<Refusal?> BeginAgainAsync(Who who, Guid id, CancellationToken ct) => RunAsync(who, id, needsHead: false, null, (open, act, rule) =>
    {
        if (open.Current is null || open.Draft is not null)
        {
            return Task.FromResult<Refusal?>(new ComparisonIsOpen(rule.Clause));
        }

        return Write(open, open.Current.Rows(), act, rule);
    }, ct);

    /// <summary>The head saw that a measure is in place; the first post waits for it.</summary>
    public Task<Refusal?> ConfirmAsync(Who who, Guid id, string? row, string? seen, CancellationToken ct) => RunAsync(who, id, needsHead: true, seen, (open, act, rule) =>
    {
        var refusal = open.Current is { } signed ? signed.Confirm(row ?? "", seen, act, rule) : new NoSuchMeasure(rule.Measures);
        if (refusal is null)
        {
            db.Record(who.Body, act, "account.measure-confirmed", open.Subject, new { row, occasion = open.Current!.OccasionOf(row!), clause = rule.Measures });
        }

        return Task.FromResult(refusal);
    }, ct);

    /// <summary>Somebody of the unit looked whether a measure is kept; where it is not, the head is told and a new sheet is due.</summary>
    public Task<Refusal?> LookAsync(Who who, Guid id, string? row, bool? holds, string? seen, CancellationToken ct) => RunAsync(who, id, needsHead: false, seen, (open, act, rule) =>
    {
        var name = rule.Rows.FirstOrDefault(r => r.Id == row)?.Name ?? new("", "");
        var refusal = holds is not { } kept ? new LookIsUnanswered(rule.Measures)
            : open.Current is { } signed ? signed.Look(row ?? "", kept, seen, act, rule, name) : new NoSuchMeasure(rule.Measures);
        if (refusal is null && holds == false)
        {
            db.Record(who.Body, act, "account.measure-lapsed", open.Subject, new { row, clause = rule.Measures });
            db.Record(who.Body, act, "comparison.reopened", open.Subject, new { number = open.Current!.Number, clause = rule.Measures });
            notices.TellReopened(open, act, open.Current.ReopenedWhy, rule.Measures);
        }

        return Task.FromResult(refusal);
    }, ct);

    /// <summary>The platform changed what it offers, or the comparison is wrong: it holds no more.</summary>
    public Task<Refusal?> ReopenAsync(Who who, Guid id, string? why, CancellationToken ct) => RunAsync(who, id, needsHead: false, why, (open, act, rule) =>
    {
        var refusal = open.Current is { } signed ? signed.Reopen(act, rule) : new ComparisonIsOpen(rule.Clause);
        if (refusal is null)
        {
            db.Record(who.Body, act, "comparison.reopened", open.Subject, new { number = open.Current!.Number, clause = rule.Clause });
            notices.TellReopened(open, act, open.Current.ReopenedWhy, rule.Clause);
        }

        return Task.FromResult(refusal);
    }, ct);

    private Task<Refusal?> Write(OpenRequest open, IReadOnlyList<RiskRow> rows, Act act, ComparisonRule rule) => Task.FromResult(DraftOf(open, act).Write(rows, rule));

    private PlatformAssessment DraftOf(OpenRequest open, Act act)
    {
        if (open.Draft is { } draft)
        {
            return draft;
        }

        var next = new PlatformAssessment(Guid.CreateVersion7(act.At), open.Request.Body, open.Request.Id, open.Assessments.Select(a => a.Number).DefaultIfEmpty(0).Max() + 1, act.At);
        db.Add(next);
        db.Record(open.Request.Body, act, "comparison.begun", open.Subject, new { number = next.Number });
        return next;
    }

    private async Task<Refusal?> RunAsync(
        Who who, Guid id, bool needsHead, string? why, Func<OpenRequest, Act, ComparisonRule, Task<Refusal?>> work, CancellationToken ct) =>
        Entries.Refuse(why) ?? await db.ChangeAsync(who.Body, () => ChangeAsync(who, id, needsHead, why, work, ct), ct);

    private async Task<Refusal?> ChangeAsync(
        Who who, Guid id, bool needsHead, string? why, Func<OpenRequest, Act, ComparisonRule, Task<Refusal?>> work, CancellationToken ct)
    {
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await OpenRequest.FindAsync(db, reader, library, who, id, ct) is not { } open)
        {
            return new NoSuchEntry();
        }

        if (open.Rule.Comparison is not { } rule || !open.Rule.Compares(open.Platform.Name))
        {
            return new NoComparisonNeeded(open.Platform.Name, open.Rule.Clause);
        }

        return needsHead && !open.IsHead ? new OnlyTheHeadDecides(open.Regulation.Role("unit-head")?.Name ?? new("所属長", "the head of the unit"), rule.Clause)
            : !open.IsHead && !open.IsOfUnit ? new NotYourRequest(open.Rule.Clause)
            : await work(open, act, rule);
    }
}

public sealed record NoComparisonNeeded(string Platform, string? By) : Refusal(new Localized(
    $"「{Platform}」には比較評価は要りません。", $"{Platform} needs no comparison."), By);

public sealed record LookIsUnanswered(string? By) : Refusal(new Localized(
    "防止策が続いているかどうかを選んでください。", "Say whether the measure is kept."), By);
