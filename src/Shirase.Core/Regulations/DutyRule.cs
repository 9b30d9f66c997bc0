namespace Shirase.Core.Regulations;

/// <summary>Something that somebody has to do by a time: a clause of the kind duty, notify or monitor with its figures.</summary>
/// <param name="Id">Name in the file; <c>duty:&lt;id&gt;</c> under <c>carried_by</c>.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Name">What it is called in lists.</param>
/// <param name="What">What is to be done, in one sentence.</param>
/// <param name="Opens">What opens it.</param>
/// <param name="Owner">Role of the file that has to do it, or <see cref="Administrator"/>.</param>
/// <param name="Within">How long there is.</param>
/// <param name="Remind">How long before the deadline it is called to mind, or null.</param>
/// <param name="Escalate">How long after the deadline who else is told, or null.</param>
/// <param name="ClosedBy">Verbs of the journal that close it; empty where a person closes it with a note.</param>
/// <param name="NeedsEvidence">True when whoever closes it names a document number or an address.</param>
/// <param name="Suspends">When it keeps the account from publishing.</param>
/// <param name="IsUrgent">True when it must not wait: notices say so and the on-call list is shown beside it.</param>
public sealed record DutyRule(
    string Id,
    string Clause,
    Localized Name,
    Localized What,
    DutyTrigger Opens,
    string Owner,
    DutySpan Within,
    DutySpan? Remind,
    DutyEscalation? Escalate,
    IReadOnlyList<string> ClosedBy,
    bool NeedsEvidence,
    DutySuspends Suspends,
    bool IsUrgent)
{
    /// <summary>The administrator of the installation, the one owner that no file has to define.</summary>
    public const string Administrator = "administrator";

    /// <summary>What whoever closes it chooses from; empty where a note is enough.</summary>
    public IReadOnlyList<Localized> Choices { get; init; } = [];

    /// <summary>For each choice the id of the duty, opened by hand otherwise, that it opens; null for one that leaves nothing to do and needs no note.</summary>
    public IReadOnlyList<string?> ChoiceOpens { get; init; } = [];

    /// <summary>True where some choice opens a duty: the choice itself says what was found.</summary>
    public bool IsTwoWay => ChoiceOpens.Any(o => o is not null);

    /// <summary>What is looked at one by one, each found in order or not.</summary>
    public IReadOnlyList<Localized> Items { get; init; } = [];

    /// <summary>Id of the duty, opened by hand otherwise, that opens when one of the items is not in order; or null.</summary>
    public string? Alarm { get; init; }

    /// <summary>True where it is done at a registered terminal whose state is good, such as a log-in (to-7-2-ki).</summary>
    public bool NeedsSafeTerminal { get; init; }
}

/// <summary>Who else is told of an overdue duty.</summary>
/// <param name="After">How long after the deadline; nought at the deadline itself.</param>
/// <param name="To">Roles.</param>
public sealed record DutyEscalation(DutySpan After, IReadOnlyList<string> To);

/// <summary>When an open duty keeps the account it is about from publishing.</summary>
public enum DutySuspends
{
    Never,

    /// <summary>From its deadline on.</summary>
    Overdue,

    /// <summary>As long as it is open.</summary>
    AtOnce,
}

/// <summary>What opens a duty.</summary>
public abstract record DutyTrigger
{
    private DutyTrigger()
    {
    }

    /// <summary>Something happened that the journal tells.</summary>
    /// <param name="Verbs">Verbs of the journal, such as <c>appointment.ended</c>; each opens it.</param>
    /// <param name="Held">Only when the person whose seat ended held one of these roles; empty for any event.</param>
    /// <param name="Route">Only cases on this route, or null.</param>
    /// <param name="Per">What it opens for where the event names neither account nor case.</param>
    public sealed record Event(IReadOnlyList<string> Verbs, IReadOnlyList<string> Held, string? Route, DutyPer Per) : DutyTrigger
    {
        /// <summary>True where a seat counts only when nobody holds or deputises the role in its unit any more; done when somebody does.</summary>
        public bool Vacant { get; init; }
    }

    /// <summary>A day of the calendar came.</summary>
    public sealed record Calendar(DutyRhythm Every, int Month, int Day, DayOfWeek Weekday, DutyPer Per) : DutyTrigger;

    /// <summary>Nothing was published on an account for so many days, and again after as many.</summary>
    public sealed record Silence(int Days) : DutyTrigger;

    /// <summary>So many days of a declared rest of an account have passed, and again after as many.</summary>
    public sealed record Rest(int Days) : DutyTrigger;

    /// <summary>An appointment to one of the roles is about to end and nobody follows.</summary>
    public sealed record Expiry(IReadOnlyList<string> Roles, int DaysBefore) : DutyTrigger;

    /// <summary>A day that stands in the records comes near: the end of a licence, a review that was promised.</summary>
    /// <param name="Date">One of <see cref="Dates"/>.</param>
    /// <param name="DaysBefore">How many days before it.</param>
    public sealed record Dated(string Date, int DaysBefore) : DutyTrigger
    {
        /// <summary>The last day of a licence of an image that stands outside (to-2-3-b).</summary>
        public const string LicenceEnd = "licence-end";

        /// <summary>The day on which an account without two-step authentication is looked at again (to-7-2-o).</summary>
        public const string AuthenticationReview = "authentication-review";

        /// <summary>The last day on which the operating system of a registered terminal is supported (to-7-2-ki).</summary>
        public const string TerminalSupportEnd = "terminal-support-end";

        /// <summary>The last day of a proof that an account is official, where it was granted for a time (to-7-1-i).</summary>
        public const string VerificationEnd = "verification-end";

        /// <summary>The day by which a measure of a signed comparison has to be in place (ok-3-c).</summary>
        public const string MeasureDue = "measure-due";

        /// <summary>The last day on which a signed comparison holds (ok-3-b).</summary>
        public const string ComparisonEnd = "comparison-end";

        public static IReadOnlyList<string> Dates { get; } = [LicenceEnd, AuthenticationReview, TerminalSupportEnd, VerificationEnd, MeasureDue, ComparisonEnd];
    }

    /// <summary>A person opens it.</summary>
    public sealed record ByHand(DutyPer Per) : DutyTrigger;
}

/// <summary>For what one duty each is opened.</summary>
public enum DutyPer
{
    Body,

    /// <summary>Each account under the regulation that has not ended.</summary>
    Account,

    /// <summary>Each unit in which somebody holds the owner's role.</summary>
    Unit,
}

public enum DutyRhythm
{
    Week,
    Month,
    HalfYear,
    Year,
}
