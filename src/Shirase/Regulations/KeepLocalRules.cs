using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Regulations;

/// <summary>
/// 団体の設定: enters and ends what a body or a unit decides for itself under a regulation (is-4). Whoever manages the operation does it: for
/// the body where the role is the body's, else each for the own unit; then the administrator enters what holds for all units.
/// </summary>
public sealed class KeepLocalRules(ShiraseDb db, Rosters rosters, RegulationLibrary library, TimeProvider clock, Accounts.PolicyProposals proposals)
{
    /// <summary>Where a person may decide: null for the whole body, else a unit.</summary>
    public static IReadOnlyList<UnitId?> ScopesOf(Roster roster, StaffId staff, Regulation regulation)
    {
        var seats = roster.SeatsOf(staff);
        var own = seats.Where(s => s.Regulation == regulation.Slug && s.Role == "operation-manager").Select(s => s.Unit).Distinct().ToList();
        var isAdministrator = seats.Any(s => s is { Regulation: Appointment.System, Role: SystemRole.Administrator });
        return isAdministrator && regulation.Role("operation-manager") is not { IsOfUnit: false } && !own.Contains(null) ? [null, .. own] : own;
    }

    /// <summary>Whether a unit may decide it for itself: what decides its own cases. Deadlines of the office are the body's.</summary>
    public static bool IsOfCases(Regulation regulation, LocalRule rule) => rule is not SettingValue value || regulation.SettingsOfCases.Contains(value.Subject);

    /// <param name="slug">The regulation, in the version in force today.</param>
    /// <param name="unit">The unit it holds for, or null for the whole body.</param>
    /// <param name="why">Who decided it and why; kept and shown.</param>
    public async Task<Refusal?> SetAsync(Who who, string slug, UnitId? unit, LocalRule rule, string? why, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated(), why?.Trim());
        if (library.InForce(slug, act.At.JapanDay()) is not { } inForce)
        {
            return new NothingOfTheKind();
        }

        var document = library.Document(inForce);
        var standing = await StandingAsync(who.Body, slug, ct);
        if (await MayNotAsync(who, unit, document, act, ct) is { } forbidden)
        {
            return forbidden;
        }

        if (RefuseHere(document, rule, unit, standing) is { } refusal)
        {
            return refusal;
        }

        if (act.Why is not { Length: > 0 and <= EnteredRule.LongestWhy })
        {
            return new LocalRuleNeedsReason(EnteredRule.LongestWhy);
        }

        var replaced = standing.Where(r => r.Unit == unit && r.Key == rule.Key).ToList();
        var rest = standing.Except(replaced).Where(r => r.Unit is null || unit is null || r.Unit == unit).Select(r => r.Rule);
        if (library.Try(document, rest.Where(r => LocalRules.Refuse(document, r) is null).Append(rule)).Problems is [var problem, ..])
        {
            return new LocalRuleDoesNotFit(problem.Wrong);
        }

        foreach (var earlier in replaced)
        {
            earlier.End(act with { Why = null });
        }

        var entered = new EnteredRule(Guid.CreateVersion7(act.At), who.Body, slug, unit, rule.Key, rule.ToJson(), act.Why, who.Staff, act.At);
        db.Add(entered);
        db.Record(who.Body, act, "local-rule.set", $"local-rule/{entered.Id}", new
        {
            regulation = slug,
            unit = unit?.Value,
            rule = rule.Key,
            before = replaced.Count > 0 ? Told(replaced[^1].Rule) : DocumentValue(document, rule),
            after = Told(rule),
            clause = ClauseOf(document, rule),
        });
        if (rule is SettingValue contact && unit is null && Accounts.PolicyProposals.IsContact(document, contact.Subject))
        {
            await proposals.ProposeAsync(who.Body, document, contact.Subject, contact.Text, act with { Why = null }, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes a rule back: the document holds again.</summary>
    public async Task<Refusal?> EndAsync(Who who, Guid id, string? why, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated(), why?.Trim());
        if (await db.LocalRules.SingleOrDefaultAsync(r => r.Body == who.Body && r.Id == id && r.EndedAt == null, ct) is not { } rule
            || library.InForce(rule.Regulation, act.At.JapanDay()) is not { } regulation)
        {
            return new NothingOfTheKind();
        }

        if (await MayNotAsync(who, rule.Unit, regulation, act, ct) is { } forbidden)
        {
            return forbidden;
        }

        if (act.Why is not { Length: > 0 and <= EnteredRule.LongestWhy })
        {
            return new LocalRuleNeedsReason(EnteredRule.LongestWhy);
        }

        rule.End(act);
        db.Record(who.Body, act, "local-rule.ended", $"local-rule/{id}", new { regulation = rule.Regulation, unit = rule.Unit?.Value, rule = rule.Key, before = Told(rule.Rule) });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>The clause under which the rule stands.</summary>
    public static string? ClauseOf(Regulation document, LocalRule rule) => rule switch
    {
        SettingValue v => document.Setting(v.Subject)?.Clause,
        WindowHours h => document.Window(h.Subject)?.Clause,
        StrongerCheck c => document.Checks.FirstOrDefault(x => x.Id == c.Subject)?.Clause,
        ListedWords w => w.Clause,
        FurtherConfirmation f => f.Clause,
        _ => null,
    };

    // What the body decided stands above its units, and a deadline of the office is not a unit's to move
    private static Refusal? RefuseHere(Regulation document, LocalRule rule, UnitId? unit, List<EnteredRule> standing) =>
        LocalRules.Refuse(document, rule) is { } refusal ? refusal
        : unit is not null && !IsOfCases(document, rule) ? new DecidedForAllUnits(ClauseOf(document, rule))
        : unit is not null && standing.Any(r => r.Unit is null && r.Key == rule.Key) ? new DecidedForAllUnits(ClauseOf(document, rule))
        : standing.Any(r => r.Unit == unit && r.Key == rule.Key && r.RuleJson == rule.ToJson()) || IsOfDocument(document, rule) ? new NothingChanges(ClauseOf(document, rule))
        : standing.Count >= LocalLimits.MostRules ? new TooManyLocalRules(LocalLimits.MostRules)
        : null;

    private static bool IsOfDocument(Regulation document, LocalRule rule) =>
        rule is SettingValue or WindowHours && DocumentValue(document, rule) == rule.Value;

    private static string? DocumentValue(Regulation document, LocalRule rule) => rule switch
    {
        SettingValue v => document.Setting(v.Subject)?.Value,
        WindowHours h => document.Window(h.Subject) is { } w ? new WindowHours(w.Id, w.Start, w.End).Value : null,
        StrongerCheck c => document.Checks.FirstOrDefault(x => x.Id == c.Subject) is { } check ? new StrongerCheck(check.Id, check.Effect).Value : null,
        _ => null,
    };

    // Figures; sentences and words stand in the rule itself
    private static string? Told(LocalRule rule) => rule is SettingValue or WindowHours or StrongerCheck ? rule.Value : null;

    private Task<List<EnteredRule>> StandingAsync(BodyId body, string slug, CancellationToken ct) =>
        db.LocalRules.Where(r => r.Body == body && r.Regulation == slug && r.EndedAt == null).OrderBy(r => r.From).ThenBy(r => r.Id).ToListAsync(ct);

    private async Task<Refusal?> MayNotAsync(Who who, UnitId? unit, Regulation regulation, Act act, CancellationToken ct) =>
        ScopesOf(await rosters.OnAsync(who.Body, act.At.JapanDay(), ct), who.Staff, regulation).Contains(unit)
            ? null
            : new OnlyManagersDecideLocally(regulation.Role("operation-manager")?.Name ?? new("システム管理者", "the administrator"), regulation.ClauseFor("record:local-rules"));
}

public sealed record OnlyManagersDecideLocally(Localized Role, string? By) : Refusal(new Localized(
    $"団体の設定を変更できるのは{Role.Ja}です（全所属に及ぶものはシステム管理者）。", $"Local rules are entered by {Role.En} (for all units by the administrator)."), By);

public sealed record DecidedForAllUnits(string? By) : Refusal(new Localized(
    "この項目は団体全体の設定です。所属だけの値は設定できません。システム管理者に相談してください。",
    "This is decided for the whole body and cannot be set by one unit. Ask the administrator."), By);

public sealed record LocalRuleNeedsReason(int Longest) : Refusal(new Localized(
    $"だれが何によって決めたか（決裁番号など）と理由を{Longest}文字までで入力してください。", $"Enter who decided it, by what, and why, at most {Longest} characters."));

public sealed record LocalRuleDoesNotFit(Wrong Wrong) : Refusal(new Localized(
    $"この設定は使えません。{Wrong.What.Ja}{Wrong.Remedy.Ja}", $"This cannot be used. {Wrong.What.En} {Wrong.Remedy.En}"));
