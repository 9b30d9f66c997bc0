namespace Shirase.Core.Regulations;

/// <summary>One version of one written regulation (要領・ガイドライン) as data: the file under <c>regulations/</c>.</summary>
public sealed record Regulation
{
    /// <summary>Short name, such as <c>gunma-police-x</c>; also the file's name.</summary>
    public required string Slug { get; init; }

    public required Localized Title { get; init; }

    public required Localized Issuer { get; init; }

    /// <summary>Names the version, such as <c>2023</c>. Running cases keep the version they were filed under.</summary>
    public required string Version { get; init; }

    /// <summary>First day on which it governs new cases.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Last day, or null while it is in force.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>The notice that issued it, for the register of documents; null where the file names none.</summary>
    public RegulationNotice? Notice { get; init; }

    public required IReadOnlyList<RegulationRole> Roles { get; init; }

    /// <summary>The document's words for what the program names: <c>terminal</c>, <c>office</c>, <c>hours</c>, <c>document</c>.</summary>
    public IReadOnlyDictionary<string, Localized> Words { get; init; } = new Dictionary<string, Localized>(StringComparer.Ordinal);

    public required IReadOnlyList<Setting> Settings { get; init; }

    public required IReadOnlyList<TimeWindow> Windows { get; init; }

    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>How the outgoing text is composed of the application's fields; null where the author writes it whole.</summary>
    public Composition? Composition { get; init; }

    public required IReadOnlyList<CheckRule> Checks { get; init; }

    public required IReadOnlyList<GateRule> Gates { get; init; }

    /// <summary>Sentences that a named person confirms on the application (確認欄).</summary>
    public required IReadOnlyList<Attestation> Attestations { get; init; }

    /// <summary>Classes of content among which an application chooses (発信区分); empty where the document has none.</summary>
    public IReadOnlyList<NamedChoice> ContentClasses { get; init; } = [];

    /// <summary>Posts of general staff that count as a rank (同相当職); a post that is not listed counts as none.</summary>
    public IReadOnlyList<EquivalentPost> Equivalents { get; init; } = [];

    /// <summary>What has to be done by a time (期限).</summary>
    public IReadOnlyList<DutyRule> Duties { get; init; } = [];

    /// <summary>What staff confirm to have read before they file anything, and again after some months.</summary>
    public IReadOnlyList<ReadingRule> Readings { get; init; } = [];

    /// <summary>Settings that decide cases, because checks, gates or paths refer to them; the others are of the office as a whole.</summary>
    public IReadOnlyCollection<string> SettingsOfCases { get; init; } = [];

    /// <summary>Codes from which a refusal picks one, besides its text; empty where the document has none (gx-12-4-2).</summary>
    public IReadOnlyList<NamedChoice> ReasonCodes { get; init; } = [];

    /// <summary>Classes of the register of public bodies, such as <c>local-authority</c> (gx-8-2-2).</summary>
    public IReadOnlyList<NamedChoice> PublicBodyClasses { get; init; } = [];

    /// <summary>What the policy and the terms of use of an account must say; ids of <see cref="Accounts.PolicyItems.Known"/> (ok-4-3-0, to-5-1-a-1).</summary>
    public IReadOnlyList<NamedChoice> PolicyItems { get; init; } = [];

    /// <summary>What must be confirmed of an account before anything is sent from it (ok-5-1-a, to-5-1-a-5).</summary>
    public IReadOnlyList<NamedChoice> AccountPoints { get; init; } = [];

    /// <summary>What the profile of every account has to show on its platform.</summary>
    public IReadOnlyList<ProfileRule> Profile { get; init; } = [];

    /// <summary>How the passwords of accounts are kept; null where the document does not speak of them.</summary>
    public PasswordRules? Passwords { get; init; }

    /// <summary>What the policy that each account publishes has to say; null where the document speaks of none.</summary>
    public PolicyOutline? Policy { get; init; }

    /// <summary>How a unit comes to an account; null where accounts are entered at once.</summary>
    public AccountRequestRule? AccountRequest { get; init; }

    /// <summary>How the terms of a platform's operator are reviewed; null where the document asks for no sheet.</summary>
    public TermsRule? Terms { get; init; }

    /// <summary>What has to be there before a new account is used; null where it is in use from its entry on.</summary>
    public StartRule? Start { get; init; }

    /// <summary>What has to be done before an account ends; null where the document says nothing of it.</summary>
    public ClosingRule? Closing { get; init; }

    /// <summary>Every clause of the document, in its order.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    public bool IsInForce(DateOnly day) => day >= InForceFrom && (InForceTo is null || day <= InForceTo);

    public Clause? Clause(string id) => Clauses.FirstOrDefault(c => c.Id == id);

    /// <summary>The role of that id, or the one that has its rights in the program (<see cref="RegulationRole.ActsAs"/>).</summary>
    public RegulationRole? Role(string id) => Roles.FirstOrDefault(r => r.Id == id) ?? Roles.FirstOrDefault(r => r.ActsAs.Contains(id));

    public Route? Route(string id) => Routes.FirstOrDefault(r => r.Id == id);

    public GateRule? Gate(string name) => Gates.FirstOrDefault(g => g.Gate == name);

    public DutyRule? Duty(string id) => Duties.FirstOrDefault(d => d.Id == id);

    public TimeWindow? Window(string id) => Windows.FirstOrDefault(w => w.Id == id);

    public Setting? Setting(string id) => Settings.FirstOrDefault(s => s.Id == id);

    /// <summary>The value of a setting, or the fallback where the file is silent.</summary>
    public int Number(string id, int fallback) =>
        Setting(id) is { } s && int.TryParse(s.Value, System.Globalization.CultureInfo.InvariantCulture, out var n)
            ? n
            : fallback;

    /// <summary>The first clause that a control carries, such as <c>step:unit-head</c> or <c>verb:remove</c>; null when none does.</summary>
    public string? ClauseFor(string control) => Clauses.FirstOrDefault(c => c.CarriedBy.Contains(control))?.Id;

    /// <summary>A setting of the unit <c>flag</c>, or the fallback where the file is silent.</summary>
    public bool Flag(string id, bool fallback) => Setting(id) is { } s ? s.Value == "true" : fallback;

    /// <summary>Words of the platform that the screens use; empty where the document does not refer to them.</summary>
    public IReadOnlyList<GlossaryRule> Glossary { get; init; } = [];

    /// <summary>Position of a clause in the document, for findings in clause order; unknown ids come last.</summary>
    public int OrderOf(string clause)
    {
        for (var i = 0; i < Clauses.Count; i++)
        {
            if (Clauses[i].Id == clause)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}

/// <summary>A role as this document names it (運用管理者 …). The same name means other people in other documents.</summary>
/// <param name="Id">Identifier, such as <c>operation-manager</c>, <c>operation-officer</c>, <c>pr-officer</c>, <c>unit-head</c>.</param>
/// <param name="Name">The document's word for it.</param>
/// <param name="HeldBy">Which post holds it; an appointment of anybody else is refused.</param>
/// <param name="Clause">The clause that creates the role.</param>
public sealed record RegulationRole(string Id, Localized Name, PostRule HeldBy, string Clause)
{
    /// <summary>
    /// Seats of the program whose rights the role has beside its own steps: <c>unit-head</c>, <c>operation-manager</c>,
    /// <c>operation-officer</c>, <c>pr-officer</c>, <c>decider</c>. Empty where the role's id says it already.
    /// </summary>
    public IReadOnlyList<string> ActsAs { get; init; } = [];

    /// <summary>Role whose holder names the people (指定), each for the unit they serve in; null where a post carries the role.</summary>
    public string? DesignatedBy { get; init; }

    /// <summary>True where holders of this role alone begin applications; with no such role everybody of the unit may (to-5-2-a).</summary>
    public bool Drafts { get; init; }

    /// <summary>True for an office that only hears of what is late and sees the list of duties; cases are not shown to it (is-0-b, to-7-2-e).</summary>
    public bool IsToldOnly { get; init; }

    /// <summary>Units in which somebody has to hold it; null where the document does not say that each has one.</summary>
    public UnitNames? ExpectedIn { get; init; }

    /// <summary>True where the role exists once a unit: the head's, and those that the head names.</summary>
    public bool IsOfUnit => HeldBy.IsPerUnit || DesignatedBy is not null;
}

/// <summary>A post of general staff that counts as a rank (同相当職).</summary>
/// <param name="Post">Title of the post, such as 課長補佐（事務）.</param>
/// <param name="Rank">The rank it counts as.</param>
/// <param name="Clause">The clause that lets it count.</param>
public sealed record EquivalentPost(string Post, People.Rank Rank, string Clause);

/// <summary>Which posts may hold a role; a null part does not restrict.</summary>
/// <param name="Unit">Code of the unit, such as <c>pr-division</c>.</param>
/// <param name="Post">Title of the post (役職), such as 課長.</param>
/// <param name="Section">Section (係) inside the unit.</param>
/// <param name="HeadOfUnit">True for the head (所属長) of whatever unit the case belongs to.</param>
/// <param name="OwnUnit">True when the role is held for the holder's own unit only, so that every unit has holders of its own.</param>
/// <param name="MinRank">Least rank, or a post that counts as one; null for any.</param>
public sealed record PostRule(string? Unit, string? Post, string? Section, bool HeadOfUnit, bool OwnUnit = false, People.Rank? MinRank = null)
{
    /// <summary>Posts of units that call it otherwise, such as 副隊長 in a corps; the first that fits (gm-3-3-a-1).</summary>
    public IReadOnlyList<PostInUnit> ByUnit { get; init; } = [];

    /// <summary>The post that holds it in a unit of that name, or null for any.</summary>
    public string? PostIn(string unitName) =>
        ByUnit.FirstOrDefault(p => unitName.EndsWith(p.Ending, StringComparison.Ordinal))?.Post ?? Post;

    /// <summary>True when a holder acts for one unit, false when he acts for the whole body.</summary>
    public bool IsPerUnit => HeadOfUnit || OwnUnit;
}

/// <summary>What a post is called in units whose names end alike.</summary>
/// <param name="Ending">End of the unit's name, such as 隊.</param>
/// <param name="Post">Title of the post there, such as 副隊長.</param>
public sealed record PostInUnit(string Ending, string Post);

/// <summary>Units by the end of their names.</summary>
/// <param name="Ending">Only those; null for all.</param>
/// <param name="NotEnding">All but those; null for none.</param>
public sealed record UnitNames(string? Ending, string? NotEnding)
{
    public bool Hold(string unitName) => (Ending is null || unitName.EndsWith(Ending, StringComparison.Ordinal))
        && (NotEnding is null || !unitName.EndsWith(NotEnding, StringComparison.Ordinal));
}

/// <summary>A value that the office may change, with who gave it.</summary>
/// <param name="Id">Name of the setting, such as <c>lead-days</c>.</param>
/// <param name="Value">The value as text; whole numbers are read by <see cref="Regulation.Number"/>.</param>
/// <param name="Unit">Unit of the value, such as <c>days</c>, <c>minutes</c>, <c>characters</c>.</param>
/// <param name="IsDefault">True when the document gives no figure; screens then say 「規程に定めなし・初期値」.</param>
/// <param name="Clause">The clause it belongs to.</param>
/// <param name="Name">What it means.</param>
public sealed record Setting(string Id, string Value, string Unit, bool IsDefault, string Clause, Localized Name)
{
    /// <summary>In which direction a figure of the document may be moved locally; null where it is fixed, or where it is a default and free.</summary>
    public Stricter? Stricter { get; init; }

    /// <summary>The texts among which a setting of the unit <c>text</c> is chosen; empty where it cannot be changed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>Which way a figure becomes stricter.</summary>
public enum Stricter
{
    Higher,
    Lower,
}

/// <summary>One entry of a list to choose from, such as a reason of refusal or a class of public bodies.</summary>
/// <param name="Id">Identifier, such as <c>secrecy</c>.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Clause">The clause it comes from.</param>
public sealed record NamedChoice(string Id, Localized Name, string Clause);

/// <summary>How the outgoing text is made: heading from the subject, then body, then link, each on a line of its own.</summary>
/// <param name="HeadingOpen">Opening bracket of the heading, such as 【.</param>
/// <param name="HeadingClose">Closing bracket, such as 】.</param>
/// <param name="Clause">The clause that asks for the heading.</param>
public sealed record Composition(string HeadingOpen, string HeadingClose, string Clause);

/// <summary>A check of the text or the facts: a named check class with parameters, a stage and an effect.</summary>
/// <param name="Id">Name of this rule in the file; unique in it.</param>
/// <param name="Check">Name of the check class, such as <c>x-length</c>.</param>
/// <param name="With">Parameters by name; lists are lists of text.</param>
/// <param name="Stage">The first stage at which it is asked.</param>
/// <param name="Effect">What a hit does.</param>
/// <param name="Clause">The clause it carries out.</param>
/// <param name="Kinds">Kinds of post it speaks of: <c>post</c>, <c>repost</c>; empty for all.</param>
/// <param name="By">The role that alone approves what it holds (<see cref="Effect.Hold"/>); null where whoever decides may.</param>
public sealed record CheckRule(
    string Id, string Check, Parameters With, Stage Stage, Effect Effect, string Clause, IReadOnlyList<string> Kinds, string? By = null);

/// <summary>A line of the publish gate that this document asks for.</summary>
/// <param name="Gate">Name of the gate, such as <c>terminal</c>, <c>window</c>, <c>roles-filled</c>.</param>
/// <param name="With">Parameters by name.</param>
/// <param name="Clause">The clause it carries out.</param>
public sealed record GateRule(string Gate, Parameters With, string Clause);

/// <summary>A sentence that a person confirms with one tick (確認).</summary>
/// <param name="Id">Name, such as <c>personal-information</c>.</param>
/// <param name="Step">Where it is asked: <c>application</c>, or the id of a route step.</param>
/// <param name="Statement">The sentence that is confirmed.</param>
/// <param name="Clause">The clause it carries out.</param>
/// <param name="OtherThanAuthor">True when the author may not be the one who confirms (gx-13-4-3).</param>
/// <param name="Group">Heading under which several sentences of one step stand, or null.</param>
public sealed record Attestation(
    string Id, string Step, Localized Statement, string Clause, bool OtherThanAuthor, Localized? Group);

/// <summary>One clause of the document: what it says in our own words, and what carries it.</summary>
/// <param name="Id">Such as <c>gx-13-2-1</c>.</param>
/// <param name="Reference">As a reader of the document would cite it, such as 「13(2) 第１文」.</param>
/// <param name="Gist">What it says, in our own words.</param>
/// <param name="Kinds">Of block, warn, attest, workflow, duty, notify, record, publish, template, access, monitor, statement.</param>
/// <param name="CarriedBy">
/// Controls as <c>family:name</c>, such as <c>check:x-length</c>, <c>gate:terminal</c>, <c>step:unit-head</c>,
/// <c>attestation:rights</c>, <c>role:pr-officer</c>, <c>window:office-hours</c>, <c>setting:lead-days</c>, <c>record:journal</c>,
/// <c>verb:remove</c>, <c>document:application-form</c>. <see cref="KnownControls"/> lists those that no file defines.
/// </param>
/// <param name="Planned">The room that will carry it or the rest of it, or null when nothing is left.</param>
/// <param name="Statement">Why nothing is to be enforced, or null.</param>
public sealed record Clause(
    string Id,
    string Reference,
    Localized Gist,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> CarriedBy,
    string? Planned,
    string? Statement)
{
    /// <summary>True when controls carry the clause today, wholly or in part.</summary>
    public bool IsInForce => CarriedBy.Count > 0;
}
