using System.Globalization;

namespace Shirase.Core.Regulations.Local;

/// <summary>What may be said locally under a document. Pure.</summary>
public static class LocalRules
{
    /// <summary>Why the rule cannot stand under the document, or null where it can.</summary>
    /// <param name="document">The regulation as its file gives it, without local rules.</param>
    public static Refusal? Refuse(Regulation document, LocalRule rule) => rule switch
    {
        SettingValue v => document.Setting(v.Subject) is { } setting ? Refuse(setting, v.Text) : new NothingOfTheKind(),
        WindowHours h => document.Window(h.Subject) is { } window ? Refuse(window, h) : new NothingOfTheKind(),
        StrongerCheck c => document.Checks.FirstOrDefault(x => x.Id == c.Subject) is { } check ? Refuse(document, check, c.Effect) : new NothingOfTheKind(),
        ListedWords w => Refuse(document, w),
        FurtherConfirmation f => Refuse(document, f),
        WithoutControl without => document.ClauseFor(without.Subject) is { } clause ? new CannotBeLeftOut(clause) : new NothingOfTheKind(),
        _ => new NothingOfTheKind(),
    };

    /// <summary>What may be entered for a setting, such as 「7以上の数」; null where it cannot be changed.</summary>
    public static Localized? Choices(Setting setting) => setting switch
    {
        { IsDefault: false, Stricter: null } => null,
        { Choices.Count: > 0 } => new(string.Join("、", setting.Choices), string.Join(", ", setting.Choices)),
        { Unit: "flag" } => new("「はい」か「いいえ」", "yes or no"),
        { Unit: "address" } => new("https:// で始まるページのアドレス", "the address of a page, beginning with https://"),
        { Unit: "name" } => new($"{LocalLimits.LongestName}字までの名称", $"a name of at most {LocalLimits.LongestName} characters"),
        _ => LimitsOf(setting) is { } l ? new($"{l.Least}から{l.Most}までの数", $"a number from {l.Least} to {l.Most}") : null,
    };

    private static (int Least, int Most)? LimitsOf(Setting setting)
    {
        if (LocalLimits.Of(setting.Unit) is not { } limits)
        {
            return null;
        }

        var given = int.Parse(setting.Value, CultureInfo.InvariantCulture);
        return setting.Stricter switch
        {
            Stricter.Higher => (given, limits.Most),
            Stricter.Lower => (limits.Least, given),
            _ => limits,
        };
    }

    private static Refusal? Refuse(Setting setting, string text)
    {
        if (Choices(setting) is not { } choices)
        {
            return new FixedByDocument(setting.Name, setting.Clause);
        }

        var isOfKind = setting switch
        {
            { Choices.Count: > 0 } => setting.Choices.Contains(text),
            { Unit: "flag" } => text is "true" or "false",
            { Unit: "address" } => text.Length <= LocalLimits.LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps,
            { Unit: "name" } => text.Trim().Length is > 0 and <= LocalLimits.LongestName && !text.Any(char.IsControl),
            _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        };
        if (!isOfKind)
        {
            return new ValueOutOfLimits(setting.Name, choices.Ja, setting.Clause);
        }

        if (LimitsOf(setting) is not { } limits || int.Parse(text, CultureInfo.InvariantCulture) is var number && number >= limits.Least && number <= limits.Most)
        {
            return null;
        }

        var isLooser = setting.Stricter is Stricter.Higher ? number < limits.Least : setting.Stricter is Stricter.Lower && number > limits.Most;
        return isLooser ? new LooserThanDocument(setting.Name, setting.Value, setting.Clause) : new ValueOutOfLimits(setting.Name, choices.Ja, setting.Clause);
    }

    private static Refusal? Refuse(TimeWindow window, WindowHours hours) =>
        hours.End <= hours.Start ? new HoursNotRead(window.Clause)
        : !window.IsDefault && (hours.Start < window.Start || hours.End > window.End)
            ? new LooserThanDocument(new("時間帯", "The hours"), $"{window.Start:H\\:mm}～{window.End:H\\:mm}", window.Clause)
        : null;

    private static Refusal? Refuse(Regulation document, CheckRule check, Effect effect) =>
        !Enum.IsDefined(effect) || effect is Effect.Attest ? new NothingOfTheKind()
        : effect == check.Effect ? new NothingChanges(check.Clause)
        : effect < check.Effect ? new LooserThanDocument(document.Clause(check.Clause)?.Gist ?? new(check.Id, check.Id), RuleWords.Name(check.Effect).Ja, check.Clause)
        : null;

    private static Refusal? Refuse(Regulation document, ListedWords words) =>
        document.Clause(words.Clause) is null ? new ChooseClauseAddedTo()
        : words.Effect is not (Effect.Warn or Effect.Hold or Effect.Refuse)
            || words.Words is not { Count: > 0 and <= LocalLimits.MostWords } || words.Words.Any(w => w.Trim().Length is 0 or > LocalLimits.LongestWord)
            || !IsSentence(words.Says.Ja) || words.Says.En.Length > LocalLimits.LongestSentence
            ? new WordsNotUsable(LocalLimits.MostWords, LocalLimits.LongestWord)
        : null;

    private static Refusal? Refuse(Regulation document, FurtherConfirmation confirmation) =>
        document.Clause(confirmation.Clause) is null ? new ChooseClauseAddedTo()
        : !IsSentence(confirmation.Statement.Ja) || confirmation.Statement.En.Length > LocalLimits.LongestSentence ? new StatementMissing(LocalLimits.LongestSentence)
        : null;

    private static bool IsSentence(string text) => text.Trim().Length is > 0 and <= LocalLimits.LongestSentence;
}
