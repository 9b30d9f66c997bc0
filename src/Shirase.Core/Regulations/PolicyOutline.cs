namespace Shirase.Core.Regulations;

/// <summary>
/// What a regulation says of the policy (運用ポリシー) that each account publishes: the sections it must or should hold, in words of our
/// own with variables, and what must not be missing from them.
/// </summary>
/// <param name="Title">Title with variables.</param>
/// <param name="Clause">The clause that asks for such a policy.</param>
/// <param name="IsBinding">True where what is left out is refused; false where the document offers a model and a reason suffices (is-2-2-a).</param>
/// <param name="Hours">Window whose hours <c>{hours}</c> says, or null.</param>
public sealed record PolicyOutline(Localized Title, string Clause, bool IsBinding, TimeWindow? Hours)
{
    public required IReadOnlyList<PolicySection> Sections { get; init; }

    /// <summary>What the system does not know and asks for.</summary>
    public IReadOnlyList<PolicyQuestion> Asks { get; init; } = [];

    /// <summary>Laws that the policy cites, as variables.</summary>
    public IReadOnlyList<LawReference> Laws { get; init; } = [];

    /// <summary>Names of the platforms and of those who run them, with their time (is-t-0-a, is-t-3-8).</summary>
    public IReadOnlyList<ServiceName> Services { get; init; } = [];

    /// <summary>Promises that the document does not allow.</summary>
    public IReadOnlyList<PolicyConflict> Conflicts { get; init; } = [];

    /// <summary>Variables that the program fills in; others are asked or are laws.</summary>
    public static IReadOnlyList<string> Variables { get; } =
        ["body", "department", "unit", "account", "handle", "service", "operator", "hours", "content-classes", "date"];

    /// <summary>Variable of one content class, such as <c>class-events</c>.</summary>
    public const string OfClass = "class-";

    public IEnumerable<PolicyBlock> Blocks => Sections.SelectMany(s => s.Blocks);

    public PolicyBlock? Block(string id) => Blocks.FirstOrDefault(b => b.Id == id);

    /// <summary>Acts that users must not do, in the order in which the public reads them.</summary>
    public IReadOnlyList<PolicyBlock> Acts => [.. Blocks.Where(b => b.IsAct)];
}

/// <summary>A part of the policy under a heading of its own.</summary>
public sealed record PolicySection(string Id, Localized Heading, IReadOnlyList<PolicyBlock> Blocks);

/// <summary>One statement of the policy: what one clause asks for.</summary>
/// <param name="Id">Such as <c>no-individual-response</c>; for a prohibited act also its reason code.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Name">What it is called in findings.</param>
/// <param name="Text">Proposed words with variables, in Japanese: the policy is published in Japanese.</param>
public sealed record PolicyBlock(string Id, string Clause, Localized Name, string Text)
{
    /// <summary>What its text must say, each with variables; alternatives are parted by <c>|</c>.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>True for one entry of a numbered list.</summary>
    public bool IsItem { get; init; }

    /// <summary>True for an act that users must not do (禁止事項).</summary>
    public bool IsAct { get; init; }

    /// <summary>True where a setting of the program speaks: the words cannot be changed (is-t-4-2).</summary>
    public bool IsLocked { get; init; }

    /// <summary>True where leaving it out, or what it must say, is refused although the rest is a model.</summary>
    public bool IsBinding { get; init; }
}

/// <summary>Something the unit has to say for the policy, such as the address of a page.</summary>
/// <param name="IsAddress">True for an address that must begin with https.</param>
public sealed record PolicyQuestion(string Id, Localized Name, string Clause, bool IsAddress);

/// <summary>A law that policies cite. The program warns when it may be out of force and never puts another in its place (READINGS I14).</summary>
/// <param name="Id">Variable that stands for its name.</param>
/// <param name="Name">Title and number, as cited.</param>
/// <param name="Clause">The clause that names it.</param>
/// <param name="From">First day, or null where it is not known.</param>
/// <param name="To">Last day in force, or null.</param>
/// <param name="Confirmed">Day on which somebody last confirmed that it is in force, or null for never.</param>
/// <param name="Successor">What took its place, or null.</param>
public sealed record LawReference(string Id, string Name, string Clause, DateOnly? From, DateOnly? To, DateOnly? Confirmed, string? Successor)
{
    public bool IsInForce(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}

/// <summary>What a platform and its operator are called in a span of time.</summary>
/// <param name="Channel">Name of the channel, such as <c>x</c>.</param>
public sealed record ServiceName(string Channel, string Name, string Operator, DateOnly? From, DateOnly? To)
{
    public bool Holds(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}

/// <summary>Words that promise what the document does not allow.</summary>
/// <param name="Words">Any one of them is found.</param>
/// <param name="Effect"><see cref="Effect.Refuse"/> or <see cref="Effect.Warn"/>.</param>
/// <param name="Why">What they contradict.</param>
public sealed record PolicyConflict(string Id, IReadOnlyList<string> Words, Effect Effect, string Clause, Localized Why);
