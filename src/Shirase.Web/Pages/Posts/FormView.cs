using Microsoft.AspNetCore.Mvc.Rendering;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Web.Parts;

namespace Shirase.Web.Pages.Posts;

/// <summary>Everything the application form shows.</summary>
public sealed record FormView
{
    public required PostForm Form { get; init; }

    public required PostContent Content { get; init; }

    public required Regulation Regulation { get; init; }

    /// <summary>The stored draft, or null before the first saving.</summary>
    public OpenCase? Open { get; init; }

    /// <summary>Name of the applicant's unit (申請所属).</summary>
    public required Localized UnitName { get; init; }

    /// <summary>Name of the author (起案者).</summary>
    public required Localized AuthorName { get; init; }

    /// <summary>To whom the application goes (あて先).</summary>
    public required Localized Addressee { get; init; }

    public required DateTimeOffset Now { get; init; }

    public IReadOnlyList<ChoiceView> Accounts { get; init; } = [];

    public IReadOnlyList<SelectListItem> PublicBodies { get; init; } = [];

    /// <summary>The units one may name as concerned; empty where the regulation does not ask for any.</summary>
    public IReadOnlyList<ChoiceView> Units { get; init; } = [];

    /// <summary>The unit's approved standard forms; empty where the regulation knows none.</summary>
    public IReadOnlyList<StandardForm> StandardForms { get; init; } = [];

    public bool AsksCaseInformation => Regulation.Checks.Any(c => c.Check is "case-flag" or RecognitionClock.Check);

    /// <summary>How long ago the police learnt of it, for a draft that is on file (gm-4-3-1).</summary>
    public RecognitionLook? Recognition => Open is { } open ? RecognitionClock.Of(open.Application, Regulation, Now) : null;

    public required CheckedView Checked { get; init; }

    /// <summary>What the QR codes of each stored image say.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Codes { get; init; } = [];

    /// <summary>What was settled before on what is out of the ordinary about this form (gx-16).</summary>
    public IReadOnlyList<PrecedentLine> Precedents { get; init; } = [];

    /// <summary>What still stands against filing, after it was tried.</summary>
    public IReadOnlyList<MissingView> Missing { get; init; } = [];

    /// <summary>Fields in which somebody else's saving differs from what was typed here.</summary>
    public IReadOnlyList<DifferenceView> Conflict { get; init; } = [];

    /// <summary>Policies of the accounts one may choose, for what the form asks by them; empty where there is none on record.</summary>
    public IReadOnlyList<Core.Accounts.PolicyFacts> Policies { get; init; } = [];

    /// <summary>Classes of content that the published policies of those accounts name, and the one that is chosen.</summary>
    public IReadOnlyList<NamedChoice> Classes { get; init; } = [];

    /// <summary>True when the regulation has the check, so that the form asks for what it looks at.</summary>
    public bool Asks(string check) => Regulation.Checks.Any(c => c.Check == check);

    public IEnumerable<Attestation> Attestations => Regulation.Attestations.Where(a => a.Step == "application");

    public bool IsNew => Open is null;

    /// <summary>The stretch of the address before the handler.</summary>
    public required string Address { get; init; }

    public string To(string handler) => $"{Address}?handler={handler}";
}

/// <summary>The part of the form that follows the typing.</summary>
public sealed record CheckedView(
    PostForm Form,
    string Preview,
    IReadOnlyList<CountView> Counts,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<KeptView> Reasons,
    LeadView Lead,
    bool HasInvestigationWords)
{
    /// <summary>True where somebody is searched for in public and the family's consent is not on record.</summary>
    public bool AsksFamily => Findings.Any(f => f.Finding.Check == "missing-person-consent");
}

/// <summary>A finding that may stay with a reason.</summary>
public sealed record KeptView(int Index, Finding Finding, string Reason)
{
    public string ControlId => $"Kept-{Index}-Reason";
}

/// <summary>What the chosen time means (gx-12-2-2, gx-10-1).</summary>
/// <param name="DaysLeft">Days until the last day on which sending is in time; negative when it is late; null without a day.</param>
/// <param name="LastDay">That day.</param>
/// <param name="NeedsReason">True when a reason for short notice is asked.</param>
/// <param name="IsOutside">True when the chosen time lies outside office hours.</param>
/// <param name="NextOpening">The next moment within office hours from the chosen time on, or from now on.</param>
/// <param name="OpensAt">The next office hour from now on, which is what a ground under 10(2) has to be too late for.</param>
/// <param name="Wait">From now to the next office hour; zero within office hours.</param>
public sealed record LeadView(
    int? DaysLeft, DateOnly? LastDay, bool NeedsReason, int MinReason, bool IsOutside, DateTimeOffset? NextOpening, DateTimeOffset? OpensAt, TimeSpan Wait);

/// <summary>Something that still stands against filing, and the control to go to.</summary>
public sealed record MissingView(Localized Text, string? Clause, string ControlId);

/// <summary>A field as stored by somebody else, and as typed here.</summary>
public sealed record DifferenceView(string Label, string Theirs, string Mine);
