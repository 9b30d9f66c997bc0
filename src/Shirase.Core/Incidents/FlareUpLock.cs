using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Core.Incidents;

/// <summary>What the room of an open flare-up says of one case.</summary>
/// <param name="FlareUp">The one that is open for the account.</param>
/// <param name="Entries">What was entered about the case.</param>
public sealed record FlareUpFacts(FlareUp FlareUp, IReadOnlyList<FlareUpEntry> Entries);

/// <summary>
/// What keeps a text back while a flare-up is declared: nothing leaves but what the unit decided on, approved by its head, after the time to
/// calm down (is-3-9-a, is-3-9-b, ok-6-4-a, to-6-2-i-1, to-6-2-i-2). Pure.
/// </summary>
public static class FlareUpLock
{
    public const string Decide = "verb:decide-flare-up";

    public const string Cool = "verb:cut-cooling";

    /// <summary>Why the case may not go out at <paramref name="due"/>, and the clause; null when it may.</summary>
    public static FlareUpTrouble? Trouble(Regulation regulation, FlareUpFacts? facts, PostApplication application, DateTimeOffset due)
    {
        if (facts is not { FlareUp.IsOpen: true } || FlareUpRule.Of(regulation) is not { } rule)
        {
            return null;
        }

        return (application.FlareUp == facts.FlareUp.Id ? OfText(regulation, rule, facts.FlareUp, application) : OfOther(rule, facts, application))
            ?? Cooling(regulation, rule, facts, application, due);
    }

    /// <summary>Why a text of the room cannot be filed now; null when it can, and for every other case.</summary>
    public static Refusal? RefuseFiling(Regulation regulation, FlareUp? flareUp, PostApplication application) =>
        flareUp is { IsOpen: true } && application.FlareUp == flareUp.Id && FlareUpRule.Of(regulation) is { } rule && OfDecision(regulation, rule, flareUp, application.FlareUpKind) is { } trouble
            ? new FlareUpKeepsBack(trouble)
            : null;

    private static FlareUpTrouble? OfText(Regulation regulation, FlareUpRule rule, FlareUp flareUp, PostApplication application)
    {
        if (OfDecision(regulation, rule, flareUp, application.FlareUpKind) is { } trouble)
        {
            return trouble;
        }

        var head = regulation.Role(rule.DecidedBy)?.Name ?? new(rule.DecidedBy, rule.DecidedBy);
        return application.StandingApprovals().Any(d => d.Role == rule.DecidedBy) ? null : new(
            new($"炎上対応の文面は{head.Ja}の承認が必要です", $"A text on the flare-up needs the approval of {head.En}"),
            new("承認を受けてから投稿してください。", "Have it approved first."), regulation.ClauseFor(Decide));
    }

    private static FlareUpTrouble? OfDecision(Regulation regulation, FlareUpRule rule, FlareUp flareUp, string kind) =>
        kind == FlareUpRule.Holding
            ? rule.HasHolding ? null : new(
                new("この規程では、対応中であることだけを知らせる発信はしません", "This document knows no text that only says that it takes time"),
                new("発信が真に必要か、所属で検討してください。", "Let the unit examine whether a post is truly needed."), regulation.ClauseFor(Decide))
        : !flareUp.IsDecided ? Undecided(rule)
        : flareUp.Decision != kind ? new(
            new($"所属の決定は「{rule.NameOf(flareUp.Decision).Ja}」です{(flareUp.DecisionWhy.Length > 0 ? $"（{flareUp.DecisionWhy}）" : "")}", $"The unit decided: {rule.NameOf(flareUp.Decision).En}{(flareUp.DecisionWhy.Length > 0 ? $" ({flareUp.DecisionWhy})" : "")}"),
            new("改めるときは、炎上対応の画面で決定を登録し直してください。", "To change it, decide anew in the room of the flare-up."), regulation.ClauseFor(Decide))
        : null;

    private static FlareUpTrouble? OfOther(FlareUpRule rule, FlareUpFacts facts, PostApplication application) =>
        facts.Entries.Any(e => e.IsFor(application, FlareUpEntryKind.Released)) ? null
        : !facts.FlareUp.IsDecided ? Undecided(rule)
        : new(
            new("炎上対応中です。所属が決めた文面ではありません", "A flare-up is open, and the unit did not decide on this text"),
            new("出す必要があるときは、炎上対応の画面で「続行」を決めてください。", "If it has to go out, let the head release it in the room of the flare-up."), rule.Clause);

    private static FlareUpTrouble Undecided(FlareUpRule rule) => new(
        rule.Asks, new("炎上対応の画面で検討結果を登録してください。", "Enter the minutes in the room of the flare-up."), rule.Clause);

    private static FlareUpTrouble? Cooling(Regulation regulation, FlareUpRule rule, FlareUpFacts facts, PostApplication application, DateTimeOffset due)
    {
        var clause = regulation.ClauseFor(Cool);
        if (rule.NeedsSecondReader && !facts.Entries.Any(e => e.IsFor(application, FlareUpEntryKind.Read)))
        {
            return new(
                new("書いた人でも承認した人でもない職員が、まだ読んでいません", "Nobody but author and approver has read it yet"),
                new("別の職員が、炎上対応の画面で読んで「確認した」を押してください。", "Somebody else has to read it in the room of the flare-up."), clause);
        }

        if (rule.CoolingMinutes == 0 || facts.Entries.Any(e => e.IsFor(application, FlareUpEntryKind.CoolingCut))
            || application.StandingApprovals().Select(d => (DateTimeOffset?)d.At).Max() is not { } approved || due >= approved.AddMinutes(rule.CoolingMinutes))
        {
            return null;
        }

        var until = JapaneseDate.DayAndTime(approved.AddMinutes(rule.CoolingMinutes));
        return new(
            new($"承認から{rule.CoolingMinutes}分を置きます（{until.Ja}まで）", $"{rule.CoolingMinutes} minutes pass after the approval (until {until.En})"),
            new($"{until.Ja}以後を指定するか、所属長が理由を付けて待ち時間を切り上げてください。", $"Choose {until.En} or later, or let the head cut the time with a reason."), clause);
    }
}

/// <summary>What keeps a text back, who mends it, and the clause.</summary>
public sealed record FlareUpTrouble(Localized Detail, Localized Mend, string? Clause);
