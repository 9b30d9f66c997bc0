using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shirase.Core.Regulations.Local;

/// <summary>
/// One thing that a body or a unit decides for itself under a regulation (細目): a figure that the document leaves open, or something
/// stricter than the document. Nothing looser can be said (is-4).
/// </summary>
/// <param name="Subject">What of the regulation it speaks of: id of a setting, window, check or control; for additions their own id.</param>
[JsonDerivedType(typeof(SettingValue), "setting")]
[JsonDerivedType(typeof(WindowHours), "window")]
[JsonDerivedType(typeof(StrongerCheck), "check")]
[JsonDerivedType(typeof(ListedWords), "words")]
[JsonDerivedType(typeof(FurtherConfirmation), "confirmation")]
[JsonDerivedType(typeof(WithoutControl), "without")]
public abstract record LocalRule(string Subject)
{
    /// <summary>Kind of the rule in addresses, the journal and files: <c>setting</c>, <c>window</c>, <c>check</c>, <c>words</c>, <c>confirmation</c>, <c>without</c>.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>One rule holds for a kind and subject; a later one takes its place.</summary>
    [JsonIgnore]
    public string Key => $"{Kind}:{Subject}";

    /// <summary>What it says, for lists and the journal, such as <c>10</c> or <c>9:00～16:30</c>.</summary>
    [JsonIgnore]
    public abstract string Value { get; }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static LocalRule FromJson(string json) => JsonSerializer.Deserialize<LocalRule>(json)!;
}

/// <summary>Another value of a setting.</summary>
public sealed record SettingValue(string Subject, string Text) : LocalRule(Subject)
{
    public override string Kind => "setting";

    public override string Value => Text;
}

/// <summary>Other hours of a window; its days and closures stay.</summary>
public sealed record WindowHours(string Subject, TimeOnly Start, TimeOnly End) : LocalRule(Subject)
{
    public override string Kind => "window";

    public override string Value => $"{Start:H\\:mm}～{End:H\\:mm}";
}

/// <summary>A check of the document that does more than the document asks, such as refuse where it warns.</summary>
public sealed record StrongerCheck(string Subject, Effect Effect) : LocalRule(Subject)
{
    public override string Kind => "check";

    public override string Value => Effect.ToString().ToLowerInvariant();
}

/// <summary>Words that the body wants looked for besides those of the document.</summary>
/// <param name="Words">The words, letter by letter.</param>
/// <param name="Effect">What a hit does: warn, hold or refuse.</param>
/// <param name="Clause">The clause it is added to.</param>
/// <param name="Says">What the author is told.</param>
public sealed record ListedWords(string Subject, IReadOnlyList<string> Words, Effect Effect, string Clause, Localized Says) : LocalRule(Subject)
{
    public override string Kind => "words";

    public override string Value => string.Join('、', Words);
}

/// <summary>A further sentence that is confirmed on the application, such as 「写真は２人で確認した」.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Clause">The clause it is added to.</param>
/// <param name="OtherThanAuthor">True when somebody else of the unit confirms it.</param>
public sealed record FurtherConfirmation(string Subject, Localized Statement, string Clause, bool OtherThanAuthor) : LocalRule(Subject)
{
    public override string Kind => "confirmation";

    public override string Value => Statement.Ja;
}

/// <summary>Leaves out a control of the document. Always looser, so always refused; here so that whoever tries is told the clause.</summary>
/// <param name="Subject">The control, such as <c>gate:terminal</c>.</param>
public sealed record WithoutControl(string Subject) : LocalRule(Subject)
{
    public override string Kind => "without";

    public override string Value => "";
}
