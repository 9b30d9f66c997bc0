using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;

namespace Shirase.Web.Pages.Settings;

/// <summary>What is typed for one local rule; which fields count depends on its kind.</summary>
public sealed class ChangeForm
{
    private static readonly string[] Formats = ["H:mm", "HH:mm"];

    [Display(Name = "Settings.Value")]
    public string? Value { get; set; }

    [Display(Name = "Settings.Start")]
    public string? Start { get; set; }

    [Display(Name = "Settings.End")]
    public string? End { get; set; }

    [Display(Name = "Settings.Effect")]
    public string? Effect { get; set; }

    [Display(Name = "Settings.WordsList")]
    public string? Words { get; set; }

    [Display(Name = "Settings.Says")]
    public string? Says { get; set; }

    [Display(Name = "Settings.SaysEn")]
    public string? SaysEn { get; set; }

    [Display(Name = "Settings.Statement")]
    public string? Statement { get; set; }

    [Display(Name = "Settings.StatementEn")]
    public string? StatementEn { get; set; }

    [Display(Name = "Settings.OtherThanAuthor")]
    public bool OtherThanAuthor { get; set; }

    [Display(Name = "Settings.Clause")]
    public string? Clause { get; set; }

    [Display(Name = "Settings.Scope")]
    public string? Scope { get; set; }

    [Display(Name = "Settings.Why")]
    public string? Why { get; set; }

    /// <summary>The rule, or null where hours or effect were not readable.</summary>
    public LocalRule? ToRule(string kind, string subject) => kind switch
    {
        "setting" => new SettingValue(subject, Value?.Trim() ?? ""),
        "window" => Time(Start) is { } start && Time(End) is { } end ? new WindowHours(subject, start, end) : null,
        "check" => EffectOf() is { } effect ? new StrongerCheck(subject, effect) : null,
        "words" => new Core.Regulations.Local.ListedWords(
            subject, [.. (Words ?? "").Split(['\n', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            EffectOf() ?? Core.Regulations.Effect.Warn, Clause ?? "", Both(Says, SaysEn)),
        "confirmation" => new FurtherConfirmation(subject, Both(Statement, StatementEn), Clause ?? "", OtherThanAuthor),
        "without" => new WithoutControl(subject),
        _ => null,
    };

    private Effect? EffectOf() => Enum.TryParse<Effect>(Effect, out var effect) && Enum.IsDefined(effect) ? effect : null;

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    // Who writes no English is understood in Japanese
    private static Localized Both(string? ja, string? en) => new(ja?.Trim() ?? "", string.IsNullOrWhiteSpace(en) ? ja?.Trim() ?? "" : en.Trim());
}
