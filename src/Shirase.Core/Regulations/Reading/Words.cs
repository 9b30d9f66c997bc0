namespace Shirase.Core.Regulations.Reading;

/// <summary>The words that files use for the values of this room.</summary>
internal static class Words
{
    public static IReadOnlyDictionary<string, Effect> Effects { get; } = new Dictionary<string, Effect>(StringComparer.Ordinal)
    {
        ["refuse"] = Effect.Refuse,
        ["hold"] = Effect.Hold,
        ["warn"] = Effect.Warn,
        ["attest"] = Effect.Attest,
        ["inform"] = Effect.Inform,
    };

    public static IReadOnlyDictionary<string, Stage> Stages { get; } = new Dictionary<string, Stage>(StringComparer.Ordinal)
    {
        ["draft"] = Stage.Draft,
        ["submit"] = Stage.Submit,
        ["decide"] = Stage.Decide,
        ["send"] = Stage.Send,
    };

    public static IReadOnlyDictionary<string, StepKind> StepKinds { get; } = new Dictionary<string, StepKind>(StringComparer.Ordinal)
    {
        ["decision"] = StepKind.Decision,
        ["dispatch"] = StepKind.Dispatch,
        ["assignment"] = StepKind.Assignment,
        ["examination"] = StepKind.Examination,
        ["publication"] = StepKind.Publication,
    };

    public static IReadOnlyDictionary<string, DayOfWeek> Days { get; } = new Dictionary<string, DayOfWeek>(StringComparer.Ordinal)
    {
        ["mon"] = DayOfWeek.Monday,
        ["tue"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["thu"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday,
        ["sat"] = DayOfWeek.Saturday,
        ["sun"] = DayOfWeek.Sunday,
    };

    /// <summary>Units of settings; true where the value is a whole number.</summary>
    public static IReadOnlyDictionary<string, bool> Units { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["days"] = true,
        ["working-days"] = true,
        ["months"] = true,
        ["hours"] = true,
        ["minutes"] = true,
        ["seconds"] = true,
        ["characters"] = true,
        ["people"] = true,
        ["flag"] = false,
        ["text"] = false,
        ["name"] = false,
        ["address"] = false,
    };

    /// <summary>Which way a figure of the document may be moved locally.</summary>
    public static IReadOnlyDictionary<string, Stricter> StricterWays { get; } = new Dictionary<string, Stricter>(StringComparer.Ordinal)
    {
        ["higher"] = Stricter.Higher,
        ["lower"] = Stricter.Lower,
    };

    public static IReadOnlyDictionary<string, RouteHours> RouteHours { get; } = new Dictionary<string, RouteHours>(StringComparer.Ordinal)
    {
        ["within"] = Regulations.RouteHours.Within,
        ["outside"] = Regulations.RouteHours.Outside,
    };

    /// <summary>Ranks as the office writes them.</summary>
    public static IReadOnlyDictionary<string, People.Rank> Ranks { get; } = new Dictionary<string, People.Rank>(StringComparer.Ordinal)
    {
        ["巡査"] = People.Rank.Junsa,
        ["巡査部長"] = People.Rank.JunsaBucho,
        ["警部補"] = People.Rank.Keibuho,
        ["警部"] = People.Rank.Keibu,
        ["警視"] = People.Rank.Keishi,
        ["警視正"] = People.Rank.Keishisei,
        ["警視長"] = People.Rank.Keishicho,
        ["警視監"] = People.Rank.Keishikan,
    };

    /// <summary>Seats that the program itself gives rights to; a role of a file has them by its id or by <c>acts_as</c>.</summary>
    public static IReadOnlyList<string> ProgramSeats { get; } = ["unit-head", "operation-manager", "operation-officer", "pr-officer", "decider"];

    /// <summary>Things that the program names and a document may name otherwise.</summary>
    public static IReadOnlyList<string> Things { get; } = ["terminal", "office", "hours", "document"];

    public static IReadOnlyList<string> PostKinds { get; } = ["post", "repost"];

    public static IReadOnlyList<string> ClauseKinds { get; } =
    [
        "block", "warn", "attest", "workflow", "duty", "notify", "record", "publish", "template", "access", "monitor", "statement",
    ];
}
