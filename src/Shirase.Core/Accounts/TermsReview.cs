using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>
/// One review of the terms of a platform's operator: the copy that was read, what was found at each point, and whether it is to our disadvantage.
/// Reviews are only ever added; the newest one holds (to-2-4-a, to-2-4-c).
/// </summary>
public sealed class TermsReview(
    Guid id, BodyId body, Guid platform, int number, string terms, string findingsJson, string disadvantage, string agreement, StaffId by, DateTimeOffset at)
{
    /// <summary>Longest copy of terms, in UTF-16 units. Ours.</summary>
    public const int Longest = 200_000;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public Guid Platform { get; private set; } = platform;

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; } = number;

    /// <summary>The terms as they were read.</summary>
    public string Terms { get; private set; } = terms;

    /// <summary>Ids of the points that were found to our disadvantage.</summary>
    public string FindingsJson { get; private set; } = findingsJson;

    /// <summary>What is to our disadvantage; empty for 不利益なし.</summary>
    public string Disadvantage { get; private set; } = disadvantage;

    /// <summary>What lifted an earlier disadvantage, such as the agreement with the operator; empty where there was none.</summary>
    public string Agreement { get; private set; } = agreement;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public bool IsDisadvantage => Disadvantage.Length > 0;

    public IReadOnlyList<string> Findings() => JsonSerializer.Deserialize<List<string>>(FindingsJson)!;

    /// <summary>SHA-256 of the copy.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Terms)));

    /// <summary>The next review, or what is missing.</summary>
    /// <param name="answers">For each point whether it is to our disadvantage; null where it is unanswered.</param>
    public static Result<TermsReview> Next(
        BodyId body, Guid platform, TermsReview? before, string? terms, IReadOnlyDictionary<string, bool?> answers, string? disadvantage, string? agreement, Act act, TermsRule rule)
    {
        if (string.IsNullOrWhiteSpace(terms) || terms.Length > Longest)
        {
            return new TermsCopyIsMissing(Longest, rule.Clause);
        }

        if (rule.Points.FirstOrDefault(p => answers.GetValueOrDefault(p.Id) is null) is { } open)
        {
            return new TermsPointIsOpen(open.Name, rule.Clause);
        }

        var found = rule.Points.Where(p => answers[p.Id] == true).ToList();
        if (found.Count > 0 && string.IsNullOrWhiteSpace(disadvantage))
        {
            return new DisadvantageIsMissing(rule.Clause);
        }

        if (found.Count == 0 && before is { IsDisadvantage: true } && string.IsNullOrWhiteSpace(agreement))
        {
            return new AgreementIsMissing(rule.GivenUp);
        }

        return new TermsReview(
            Guid.CreateVersion7(act.At), body, platform, (before?.Number ?? 0) + 1, terms.Trim(), JsonSerializer.Serialize(found.Select(p => p.Id)),
            found.Count > 0 ? disadvantage!.Trim() : "", found.Count == 0 ? agreement?.Trim() ?? "" : "", act.By, act.At);
    }
}

public sealed record TermsCopyIsMissing(int Most, string? By) : Refusal(new Localized(
    $"確かめた約款の写しを貼り付けてください（{Most}字まで）。", $"Paste the terms that were reviewed (at most {Most} characters)."), By);

public sealed record TermsPointIsOpen(Localized Point, string? By) : Refusal(new Localized(
    $"「{Point.Ja}」に不利な定めがあるかどうかを選んでください。", $"Say whether \"{Point.En}\" is to our disadvantage."), By);

public sealed record DisadvantageIsMissing(string? By) : Refusal(new Localized(
    "県の不利益となる内容を入力してください。", "Say what is to our disadvantage."), By);

public sealed record AgreementIsMissing(string? By) : Refusal(new Localized(
    "前の確認で見付かった不利益がなくなった根拠（運営者との合意の文書など）を入力してください。",
    "Say what lifts the disadvantage that was found before, such as the agreement with the operator."), By);
