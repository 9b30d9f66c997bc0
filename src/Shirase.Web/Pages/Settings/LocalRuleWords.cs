using Microsoft.EntityFrameworkCore;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.Regulations;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Settings;

/// <summary>A local rule in words.</summary>
/// <param name="Scope">For whom it holds: the body, or the name of a unit.</param>
/// <param name="Item">What it speaks of.</param>
/// <param name="Says">What it says.</param>
/// <param name="Fits">False where the version in force has nothing it could apply to any more.</param>
public sealed record LocalRuleLine(EnteredRule Rule, string Scope, string Item, string Says, string? Clause, string By, string EndedBy, bool Fits);

/// <summary>Says local rules in the words of the office.</summary>
public sealed class LocalRuleWords(ShiraseDb db, IText text)
{
    /// <summary>Every rule under the document, newest first.</summary>
    public async Task<IReadOnlyList<LocalRuleLine>> LinesAsync(Regulation document, CancellationToken ct)
    {
        var rules = await db.LocalRules.AsNoTracking().Where(r => r.Regulation == document.Slug).OrderByDescending(r => r.From).ThenByDescending(r => r.Id).ToListAsync(ct);
        var people = rules.Select(r => r.By).Concat(rules.Select(r => r.EndedBy ?? r.By)).Distinct().ToList();
        var isEnglish = text.Language == Languages.English;
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => isEnglish ? s.NameEn : s.Name, ct);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => isEnglish ? u.NameEn : u.Name, ct);
        return
        [
            .. rules.Select(r => new LocalRuleLine(
                r, r.Unit is { } unit ? units.GetValueOrDefault(unit) ?? "—" : text["Settings.WholeBody"], ItemOf(document, r.Rule), SaysOf(document, r.Rule),
                KeepLocalRules.ClauseOf(document, r.Rule), names.GetValueOrDefault(r.By) ?? "—", r.EndedBy is { } by ? names.GetValueOrDefault(by) ?? "—" : "",
                LocalRules.Refuse(document, r.Rule) is null)),
        ];
    }

    public string ItemOf(Regulation document, LocalRule rule) => rule switch
    {
        SettingValue v => document.Setting(v.Subject)?.Name.In(text.Language) ?? v.Subject,
        WindowHours h => WindowName(h.Subject),
        StrongerCheck c => CheckName(document, c.Subject),
        Core.Regulations.Local.ListedWords => text["Settings.Words"],
        FurtherConfirmation => text["Settings.Confirmation"],
        _ => rule.Subject,
    };

    /// <summary>The document's words for a window, or its id.</summary>
    public string WindowName(string id) => text.Find($"Settings.Window.{id}") ?? id;

    /// <summary>A check goes by what its clause says.</summary>
    public string CheckName(Regulation document, string id) =>
        text.Find($"Settings.Check.{id}") ?? (document.Checks.FirstOrDefault(c => c.Id == id) is { } check ? document.Clause(check.Clause)?.Gist.In(text.Language) : null) ?? id;

    /// <summary>A value with its unit.</summary>
    public string Value(Setting setting) => setting.Unit switch
    {
        "flag" => text[setting.Value == "true" ? "Settings.Yes" : "Settings.No"],
        "text" or "name" or "address" => setting.Value,
        _ => $"{setting.Value} {text[$"Settings.Unit.{setting.Unit}"]}",
    };

    public string EffectName(Effect effect) => text[$"Settings.Effect.{effect}"];

    private string SaysOf(Regulation document, LocalRule rule) => rule switch
    {
        SettingValue v when document.Setting(v.Subject) is { } setting => Value(setting with { Value = v.Text }),
        StrongerCheck c => EffectName(c.Effect),
        Core.Regulations.Local.ListedWords w => $"{w.Value}（{EffectName(w.Effect)}）{w.Says.In(text.Language)}",
        FurtherConfirmation f => f.Statement.In(text.Language) + (f.OtherThanAuthor ? text["Settings.ByAnother"] : ""),
        _ => rule.Value,
    };
}
