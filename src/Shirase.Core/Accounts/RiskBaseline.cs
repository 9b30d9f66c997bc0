using System.Text.Json;
using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>
/// How risky the usual platform is found (Facebookの基準), row by row. Versions are only ever added; a comparison keeps the number of the one it
/// was made with (ok-3-b).
/// </summary>
public sealed class RiskBaseline(Guid id, BodyId body, string regulation, int number, string ratingsJson, string why, StaffId? by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Slug of the regulation.</summary>
    public string Regulation { get; private set; } = regulation;

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; } = number;

    /// <summary>Rating by row id.</summary>
    public string RatingsJson { get; private set; } = ratingsJson;

    public string Why { get; private set; } = why;

    /// <summary>Who entered it; null for the sample.</summary>
    public StaffId? By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public IReadOnlyDictionary<string, int> Ratings() => JsonSerializer.Deserialize<Dictionary<string, int>>(RatingsJson)!;

    /// <summary>The next version, or which row lacks its rating.</summary>
    public static Result<RiskBaseline> Next(
        BodyId body, string regulation, RiskBaseline? before, IReadOnlyDictionary<string, int?> ratings, Act act, ComparisonRule rule)
    {
        if (rule.Rows.FirstOrDefault(r => ratings.GetValueOrDefault(r.Id) is not { } n || n < 1 || n > rule.Scale) is { } open)
        {
            return new RatingIsMissing(open.Name, rule.Scale, rule.Clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new BaselineNeedsReason(rule.Clause);
        }

        var given = rule.Rows.ToDictionary(r => r.Id, r => ratings[r.Id]!.Value);
        return new RiskBaseline(Guid.CreateVersion7(act.At), body, regulation, (before?.Number ?? 0) + 1, JsonSerializer.Serialize(given), act.Why.Trim(), act.By, act.At);
    }
}

public sealed record RatingIsMissing(Localized Row, int Scale, string? By) : Refusal(new Localized(
    $"「{Row.Ja}」の評価を1～{Scale}で入力してください。", $"Rate \"{Row.En}\" from 1 to {Scale}."), By);

public sealed record BaselineNeedsReason(string? By) : Refusal(new Localized(
    "基準の根拠を入力してください。", "Say what the baseline rests on."), By);
