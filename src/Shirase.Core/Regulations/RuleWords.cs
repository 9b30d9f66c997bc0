using System.Globalization;

namespace Shirase.Core.Regulations;

/// <summary>The rules of a regulation in words, as the comparison of two versions shows them.</summary>
internal static class RuleWords
{
    private static readonly Localized Nothing = new("―", "—");

    public static Localized Holder(PostRule rule) => rule.HeadOfUnit
        ? new("所属長", "Head of the unit")
        : Same(string.Join(' ', new[] { rule.Unit, rule.Section, rule.Post }.Concat(rule.ByUnit.Select(p => $"（{p.Ending}）{p.Post}")).Where(p => p is not null)));

    public static Localized Value(Setting setting) => setting.IsDefault
        ? new($"{setting.Value} {setting.Unit}（規程に定めなし・初期値）", $"{setting.Value} {setting.Unit} (default, not given by the document)")
        : Same($"{setting.Value} {setting.Unit}");

    public static Localized Hours(TimeWindow window)
    {
        var hours = string.Create(CultureInfo.InvariantCulture, $"{window.Start:HH:mm}–{window.End:HH:mm}");
        var closed = window is { ClosedFrom: { } from, ClosedTo: { } to }
            ? string.Create(CultureInfo.InvariantCulture, $" ✕ {from.Month}/{from.Day}–{to.Month}/{to.Day}") : "";
        return new(
            $"{string.Concat(window.Days.Select(d => "日月火水木金土"[(int)d]))} {hours}{(window.ClosedOnHolidays ? "（休日を除く）" : "")}{closed}",
            $"{string.Join(' ', window.Days.Select(d => d.ToString()[..3]))} {hours}{(window.ClosedOnHolidays ? " (not on holidays)" : "")}{closed}");
    }

    public static Localized Step(Regulation regulation, RouteStep step, int place)
    {
        var roles = step.Roles.Select(r => regulation.Role(r)?.Name ?? Same(r)).ToList();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"第{place}段階 {string.Join('・', roles.Select(r => r.Ja))}{(step.Deputies ? "（代決可）" : "")}{(step.ByTelephone ? "（電話可）" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"Step {place}: {string.Join(", ", roles.Select(r => r.En))}{(step.Deputies ? " (deputies)" : "")}{(step.ByTelephone ? " (by telephone)" : "")}"));
    }

    public static Localized Check(CheckRule rule)
    {
        var with = Listed(rule.With);
        var rest = (with.Length > 0 ? $" {with}" : "") + (rule.Kinds.Count > 0 ? $" [{string.Join(", ", rule.Kinds)}]" : "");
        return new($"{Name(rule.Stage).Ja}：{Name(rule.Effect).Ja}{rest}", $"{Name(rule.Stage).En}: {Name(rule.Effect).En}{rest}");
    }

    public static Localized Parameters(Parameters with) => Listed(with) is { Length: > 0 } listed ? Same(listed) : Nothing;

    public static Localized Name(Effect effect) => effect switch
    {
        Effect.Refuse => new("だれも通せない", "nobody can pass"),
        Effect.Hold => new("役割者が理由を付けて通す", "passes by a role with a reason"),
        Effect.Warn => new("起案者の理由で通る", "passes with the author's reason"),
        Effect.Attest => new("職員が確認する", "a person confirms"),
        _ => new("知らせる", "is told"),
    };

    private static Localized Name(Stage stage) => stage switch
    {
        Stage.Draft => new("起案中", "While drafting"),
        Stage.Submit => new("提出時", "At submission"),
        Stage.Decide => new("決裁時", "At the decision"),
        _ => new("投稿時", "At sending"),
    };

    private static string Listed(Parameters with) =>
        string.Join("; ", with.Names.Order(StringComparer.Ordinal).Select(n => $"{n}: {string.Join(", ", with.List(n))}"));

    private static Localized Same(string words) => new(words, words);
}
