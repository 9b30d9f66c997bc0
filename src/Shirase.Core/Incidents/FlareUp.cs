namespace Shirase.Core.Incidents;

/// <summary>
/// A declared flare-up (炎上・批判の殺到) of one account: from the declaration on nothing goes out but what the unit decided, until its head
/// ends it (is-3-9-a, ok-6-4-a, to-6-2-i-1).
/// </summary>
public sealed class FlareUp(Guid id, BodyId body, AccountId account, StaffId by, DateTimeOffset at, string why)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public string Why { get; private set; } = why;

    /// <summary>What the unit decided: a kind of text in the document's words, or <see cref="FlareUpRule.Nothing"/>; empty while undecided.</summary>
    public string Decision { get; private set; } = "";

    public string DecisionWhy { get; private set; } = "";

    /// <summary>Who took part, as the minutes name them.</summary>
    public string Participants { get; private set; } = "";

    /// <summary>What was found to be the case.</summary>
    public string Facts { get; private set; } = "";

    /// <summary>What could have been done; empty where the document does not ask for it.</summary>
    public string Options { get; private set; } = "";

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>By when the public was promised another word; null where nothing was promised.</summary>
    public DateTimeOffset? PromisedAt { get; private set; }

    public DateTimeOffset? PromiseMadeAt { get; private set; }

    public StaffId? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string EndedWhy { get; private set; } = "";

    public bool IsOpen => EndedAt is null;

    public bool IsDecided => DecidedAt is not null;

    public static Result<FlareUp> Declare(BodyId body, AccountId account, Act act, FlareUpRule rule) =>
        string.IsNullOrWhiteSpace(act.Why) ? new FlareUpNeedsReason(rule.Clause)
        : new FlareUp(Guid.CreateVersion7(act.At), body, account, act.By, act.At, act.Why.Trim());

    /// <summary>検討結果の登録: the minutes with what the unit decided; it may be decided anew while it lasts.</summary>
    /// <param name="clauses">Clauses of the decision, and of the reason for which silence is acceptable.</param>
    public Refusal? Decide(Act act, FlareUpMinutes minutes, FlareUpRule rule, (string? Decision, string? Silence) clauses)
    {
        if (!IsOpen)
        {
            return new FlareUpIsOver();
        }

        var kind = minutes.Kind == FlareUpRule.Nothing ? FlareUpRule.Nothing : rule.Kinds.FirstOrDefault(k => k.Ja == minutes.Kind)?.Ja;
        if (kind is null)
        {
            return new FlareUpKindMissing(rule, clauses.Decision);
        }

        if (kind == FlareUpRule.Nothing && minutes.Reason.Trim().Length == 0)
        {
            return new SilenceNeedsReason(rule.None, clauses.Silence);
        }

        if (rule.Minutes.FirstOrDefault(m => minutes.Of(m).Trim().Length == 0) is { } open)
        {
            return new MinutesAreIncomplete(FlareUpMinutes.NameOf(open), clauses.Decision);
        }

        (Decision, DecisionWhy, Participants, Facts, Options) = (kind, minutes.Reason.Trim(), minutes.Participants.Trim(), minutes.Facts.Trim(), minutes.Options.Trim());
        (DecidedBy, DecidedAt) = (act.By, act.At);
        return null;
    }

    /// <summary>The public is promised another word by a time.</summary>
    public Refusal? Promise(DateTimeOffset now, DateTimeOffset? until, string? clause)
    {
        if (until is not { } at || at <= now)
        {
            return new PromiseLiesBehind(clause);
        }

        (PromisedAt, PromiseMadeAt) = (at, now);
        return null;
    }

    public Refusal? End(Act act, FlareUpRule rule)
    {
        if (!IsOpen)
        {
            return new FlareUpIsOver();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new FlareUpNeedsReason(rule.Clause);
        }

        (EndedBy, EndedAt, EndedWhy) = (act.By, act.At, act.Why.Trim());
        return null;
    }
}

/// <summary>The minutes of the unit (検討結果).</summary>
public sealed record FlareUpMinutes(string Kind, string Participants, string Facts, string Options, string Reason)
{
    public string Of(string field) => field switch
    {
        "participants" => Participants,
        "facts" => Facts,
        "options" => Options,
        _ => Reason,
    };

    public static Localized NameOf(string field) => field switch
    {
        "participants" => new("検討に加わった者", "Who took part"),
        "facts" => new("確かめた事実", "Facts"),
        "options" => new("考えられる対応", "Options"),
        _ => new("決定の理由", "Reason of the decision"),
    };
}
