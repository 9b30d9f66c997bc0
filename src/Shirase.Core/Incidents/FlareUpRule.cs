using Shirase.Core.Regulations;

namespace Shirase.Core.Incidents;

/// <summary>
/// What a document has done in a declared flare-up (炎上・批判の殺到): the gate <c>flare-up</c> of its file with its parameters
/// (is-3-9-a, ok-6-4-a, to-6-2-i-1).
/// </summary>
/// <param name="Clause">The clause that locks the account.</param>
/// <param name="DeclaredBy">Roles that declare it, of the unit that runs the account.</param>
/// <param name="DecidedBy">The role that decides for the unit, approves its texts and ends it.</param>
/// <param name="Asks">What whoever wants to send is told while nothing is decided.</param>
/// <param name="Kinds">Kinds of text that the unit may decide on, in the document's words.</param>
/// <param name="None">The decision to send nothing.</param>
/// <param name="Minutes">What the minutes must hold: <c>participants</c>, <c>facts</c>, <c>options</c>, <c>reason</c>.</param>
public sealed record FlareUpRule(
    string Clause, IReadOnlyList<string> DeclaredBy, string DecidedBy, Localized Asks, IReadOnlyList<Localized> Kinds, Localized None, IReadOnlyList<string> Minutes)
{
    public const string Gate = "flare-up";

    /// <summary>The kind of a text that only says that it takes time; it needs no decision where the document knows it (ok-6-4-c).</summary>
    public const string Holding = "holding";

    /// <summary>The decision to send nothing, as it is stored.</summary>
    public const string Nothing = "none";

    /// <summary>Minutes after which the head is asked for a text that says that it takes time; 0 where the document has none.</summary>
    public int HoldingMinutes { get; init; }

    /// <summary>That text; <c>{until}</c> stands for the time of the next word.</summary>
    public string HoldingText { get; init; } = "";

    /// <summary>Hours after which silence is alarming; 0 where the document does not speak of it (ok-6-4-d).</summary>
    public int SilenceHours { get; init; }

    /// <summary>Minutes between the approval of a text and its sending; 0 for none (to-6-2-i-2).</summary>
    public int CoolingMinutes { get; init; }

    /// <summary>True where somebody who neither wrote nor approved it reads a text before it goes out (to-6-2-i-2).</summary>
    public bool NeedsSecondReader { get; init; }

    public bool HasHolding => HoldingMinutes > 0;

    /// <summary>The rule of a document, or null where it does not speak of flare-ups.</summary>
    public static FlareUpRule? Of(Regulation regulation)
    {
        if (regulation.Gate(Gate) is not { With: var with } gate)
        {
            return null;
        }

        var english = with.List("kinds_en");
        return new(
            gate.Clause, with.List("declared_by"), with.Text("decided_by") ?? "unit-head", new(with.Text("asks") ?? "", with.Text("asks_en") ?? ""),
            [.. with.List("kinds").Select((k, i) => new Localized(k, i < english.Count ? english[i] : k))],
            new(with.Text("none") ?? "発信しない", with.Text("none_en") ?? "Nothing is sent"), with.List("minutes"))
        {
            HoldingMinutes = with.Number("holding_minutes", 0),
            HoldingText = with.Text("holding_text") ?? "",
            SilenceHours = with.Number("silence_hours", 0),
            CoolingMinutes = with.Number("cooling_minutes", 0),
            NeedsSecondReader = with.Flag("second_reader"),
        };
    }

    /// <summary>Kinds of text that somebody may draft in the room.</summary>
    public IReadOnlyList<Localized> Drafted => HasHolding ? [.. Kinds, HoldingName] : Kinds;

    public static Localized HoldingName { get; } = new("時間を要する旨", "That it takes time");

    /// <summary>What a stored kind is called.</summary>
    public Localized NameOf(string kind) => kind switch
    {
        Holding => HoldingName,
        Nothing => None,
        _ => Kinds.FirstOrDefault(k => k.Ja == kind) ?? new(kind, kind),
    };

    /// <summary>The stored form of a kind that may be drafted, or null for anything else.</summary>
    public string? KindOf(string? asked) => asked == Holding && HasHolding ? Holding : Kinds.FirstOrDefault(k => k.Ja == asked)?.Ja;
}
