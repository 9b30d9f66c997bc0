namespace Shirase.Core.Regulations;

/// <summary>The gates that the program evaluates before anything is sent; regulation files pick from them.</summary>
public static class KnownGates
{
    /// <summary>All gates in the order in which the desk shows them.</summary>
    public static IReadOnlyList<GateSpec> All { get; } =
    [
        new("account-active"),
        new("platform"),
        new("roles-filled", new ParameterSpec("roles", ParameterKind.List, Required: true, "Role ids that must have a holder or a registered deputy.")),
        new("duties"),
        new("publisher", new ParameterSpec("role", ParameterKind.Text, Required: true, "Role id that alone may publish, schedule and remove.")),
        new(
            "terminal",
            new ParameterSpec("override_hours", ParameterKind.Number, Required: false, "Hours for which a permitted exception holds. Default: 4."),
            new ParameterSpec("of_unit", ParameterKind.Flag, Required: false, "The terminal must be one of the case's unit. Default: false.")),
        new("terminal-state", new ParameterSpec("days", ParameterKind.Number, Required: false, "Days for which the state of the terminal counts that was entered. Default: 30.")),
        new(
            "window",
            new ParameterSpec("window", ParameterKind.Text, Required: true, "Id of the time window."),
            new ParameterSpec("lifted_by", ParameterKind.List, Required: false, "Ids of the grounds that lift it. Default: none.")),
        new("recognition"),
        new("promised-hours", new ParameterSpec("window", ParameterKind.Text, Required: true, "Id of the time window that was promised to the public; outside it the sender gives a reason.")),
        new("official-account"),
        new("preventive-measures"),
        new("platform-terms"),
        new(
            "public-policy",
            new ParameterSpec("seen", ParameterKind.Flag, Required: false, "The system must have seen the policy on the website. Default: false."),
            new ParameterSpec("start", ParameterKind.Flag, Required: false, "The same for the notice of the start of use. Default: false."),
            new ParameterSpec("listed", ParameterKind.Flag, Required: false, "The same for the list of official accounts. Default: false.")),
        new("approval-method"),
        new("policy-hours", new ParameterSpec("window", ParameterKind.Text, Required: true, "Id of the time window that holds together with the policy's hours.")),
        new("emergency-clause"),
        new("repost-policy"),
        new("website-first", new ParameterSpec("override_minutes", ParameterKind.Number, Required: false, "Minutes within which the website follows when it was unreachable. Default: 60.")),
        new("release"),
        new("content-class"),
        new("links"),
        new("media-rights"),
        new("alt-text"),
        new("checks"),
        new("consent-of-applicant", new ParameterSpec("typography_max", ParameterKind.Number, Required: false, "Changed characters up to which a wording needs no new decision of the head. Default: 0.")),
        new("approval"),
        new("consultation", new ParameterSpec("objections", ParameterKind.Flag, Required: false, "A section that does not agree keeps it back until whoever approves decides with a reason. Default: false.")),
        new("press-release"),
        new("repost-target"),
        new(
            "flare-up",
            new ParameterSpec("declared_by", ParameterKind.List, Required: true, "Role ids that declare a flare-up for their unit's account."),
            new ParameterSpec("decided_by", ParameterKind.Text, Required: true, "Role id that decides for the unit and approves its texts."),
            new ParameterSpec("asks", ParameterKind.Text, Required: true, "What whoever wants to send is told while nothing is decided."),
            new ParameterSpec("asks_en", ParameterKind.Text, Required: true, "The same in English."),
            new ParameterSpec("kinds", ParameterKind.List, Required: true, "Kinds of text that the unit may decide on."),
            new ParameterSpec("kinds_en", ParameterKind.List, Required: true, "The same in English, in the same order."),
            new ParameterSpec("none", ParameterKind.Text, Required: true, "The decision to send nothing."),
            new ParameterSpec("none_en", ParameterKind.Text, Required: true, "The same in English."),
            new ParameterSpec("minutes", ParameterKind.List, Required: true, "What the minutes must hold: participants, facts, options, reason."),
            new ParameterSpec("holding_minutes", ParameterKind.Number, Required: false, "Minutes without decision after which the head is asked for a text that it takes time. Default: 0, no such text."),
            new ParameterSpec("holding_text", ParameterKind.Text, Required: false, "That text; {until} stands for the time of the next word."),
            new ParameterSpec("silence_hours", ParameterKind.Number, Required: false, "Hours after which silence is alarming. Default: 0, never."),
            new ParameterSpec("cooling_minutes", ParameterKind.Number, Required: false, "Minutes between approval and sending. Default: 0."),
            new ParameterSpec("second_reader", ParameterKind.Flag, Required: false, "Somebody who neither wrote nor approved it reads it first. Default: false.")),
        new("hold"),
        new("lateness", new ParameterSpec("minutes", ParameterKind.Number, Required: false, "Minutes by which a scheduled sending may be late. Default: 15.")),
    ];
}
