using System.Globalization;
using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>
/// A comparison of a platform with the usual one for one account (リスクの比較評価表): written by the unit, signed by its head, kept with the
/// version of the baseline. It holds for some months, unless a measure lapses or the platform changes (ok-3-b, ok-3-c).
/// </summary>
public sealed class PlatformAssessment(Guid id, BodyId body, Guid request, int number, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>The request it belongs to; its account has the same.</summary>
    public Guid Request { get; private set; } = request;

    /// <summary>1 for the first; each reassessment is another.</summary>
    public int Number { get; private set; } = number;

    public DateTimeOffset At { get; private set; } = at;

    public string RowsJson { get; private set; } = "[]";

    /// <summary>Number of the baseline it was signed against; null before.</summary>
    public int? Baseline { get; private set; }

    public StaffId? SignedBy { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>The last day on which it holds; null before it is signed.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>When it was found not to hold any more; another one is due then.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    public string ReopenedWhy { get; private set; } = "";

    public bool IsSigned => SignedAt is not null;

    public IReadOnlyList<RiskRow> Rows() => RiskRow.FromJson(RowsJson);

    /// <summary>True while the platform may be used by it: signed, not reopened, not too old.</summary>
    public bool HoldsOn(DateOnly day) => IsSigned && ReopenedAt is null && day <= ValidUntil;

    /// <summary>Rows whose measure nobody has confirmed yet.</summary>
    public IEnumerable<RiskRow> Unconfirmed() => Rows().Where(r => r.HasMeasure && r.ConfirmedAt is null);

    /// <summary>The occasion of the duty to confirm the measure of a row.</summary>
    public string OccasionOf(string row) => string.Create(CultureInfo.InvariantCulture, $"measure/{Number}/{row}");

    /// <summary>True where the risk had to be brought down by measures.</summary>
    public bool HasMeasures() => Rows().Any(r => r.HasMeasure);

    /// <summary>The rows as they are typed; a sheet that is not complete may be kept.</summary>
    public Refusal? Write(IReadOnlyList<RiskRow> rows, ComparisonRule rule)
    {
        if (IsSigned)
        {
            return new ComparisonIsSigned(rule.Clause);
        }

        var known = rule.Rows.Select(r => r.Id).ToList();
        RowsJson = RiskRow.ToJson([.. rows.Where(r => known.Contains(r.Id)).Select(Entered)]);
        return null;
    }

    /// <summary>The head signs; every row is judged against the baseline.</summary>
    /// <param name="baseline">The newest version, or null where none was entered.</param>
    public Refusal? Sign(Act act, RiskBaseline? baseline, ComparisonRule rule)
    {
        if (IsSigned)
        {
            return new ComparisonIsSigned(rule.Clause);
        }

        if (baseline is null)
        {
            return new BaselineIsMissing(rule.Clause);
        }

        var (rows, usual) = (Rows(), baseline.Ratings());
        foreach (var row in rule.Rows)
        {
            if (Refuse(row, rows.FirstOrDefault(r => r.Id == row.Id) ?? new(row.Id), usual.GetValueOrDefault(row.Id), rule) is { } refusal)
            {
                return refusal;
            }
        }

        // A measure that nothing asks for stays a remark of the row: nothing waits for it
        RowsJson = RiskRow.ToJson([.. rows.Select(r => r.Rating > usual.GetValueOrDefault(r.Id) ? r : r with { Measure = "", Owner = "", Due = null, Evidence = "", Residual = null })]);
        (Baseline, SignedBy, SignedAt, ValidUntil) = (baseline.Number, act.By, act.At, act.At.JapanDay().AddMonths(rule.Months));
        return null;
    }

    /// <summary>Somebody saw that the measure is in place.</summary>
    public Refusal? Confirm(string row, string? seen, Act act, ComparisonRule rule)
    {
        if (Find(row) is not { } found || ReopenedAt is not null)
        {
            return new NoSuchMeasure(rule.Measures);
        }

        if (string.IsNullOrWhiteSpace(seen))
        {
            return new MeasureNeedsProof(rule.Measures);
        }

        Replace(found with { ConfirmedAt = act.At, ConfirmedBy = act.By, Seen = seen.Trim() });
        return null;
    }

    /// <summary>Somebody looked again whether a confirmed measure is kept; where it is not, the assessment is open anew.</summary>
    public Refusal? Look(string row, bool holds, string? seen, Act act, ComparisonRule rule, Localized name)
    {
        if (Find(row) is not { ConfirmedAt: not null } found || ReopenedAt is not null)
        {
            return new NoSuchMeasure(rule.Measures);
        }

        if (string.IsNullOrWhiteSpace(seen))
        {
            return new MeasureNeedsProof(rule.Measures);
        }

        Replace(holds ? found with { Seen = seen.Trim() } : found with { Seen = seen.Trim(), LapsedAt = act.At });
        return holds ? null : Reopen(act with { Why = $"{name.Ja}「{found.Measure}」：{seen.Trim()}" }, rule);
    }

    /// <summary>It holds no more, such as after a change of the platform's functions; another comparison is due.</summary>
    public Refusal? Reopen(Act act, ComparisonRule rule)
    {
        if (!IsSigned || ReopenedAt is not null)
        {
            return new ComparisonIsOpen(rule.Clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReopeningNeedsReason(rule.Clause);
        }

        (ReopenedAt, ReopenedWhy) = (act.At, act.Why.Trim());
        return null;
    }

    private static Refusal? Refuse(RiskRowRule rule, RiskRow row, int usual, ComparisonRule of) =>
        row.Rating is not { } rating || rating < 1 || rating > of.Scale ? new RatingIsMissing(rule.Name, of.Scale, of.Clause)
        : row.Reason.Length == 0 ? new RatingNeedsReason(rule.Name, of.Clause)
        : rating <= usual ? null
        : !row.HasMeasure ? new MeasureIsMissing(rule.Name, rating, usual, of.Measures)
        : row.Owner.Length == 0 || row.Due is null || row.Evidence.Length == 0 || row.Residual is not { } residual || residual < 1 ? new MeasureIsIncomplete(rule.Name, of.Measures)
        : residual > usual ? new MeasureIsNotEnough(rule.Name, residual, usual, of.Measures)
        : null;

    // What a form brings says nothing of confirmations
    private static RiskRow Entered(RiskRow row) => row with { ConfirmedAt = null, ConfirmedBy = null, Seen = "", LapsedAt = null };

    private RiskRow? Find(string row) => IsSigned ? Rows().FirstOrDefault(r => r.Id == row && r.HasMeasure) : null;

    private void Replace(RiskRow changed) => RowsJson = RiskRow.ToJson([.. Rows().Select(r => r.Id == changed.Id ? changed : r)]);
}
