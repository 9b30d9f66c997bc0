using System.ComponentModel.DataAnnotations;
using Shirase.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>What a decider sends: opinion, reason code, ticked lines, and the text he was shown.</summary>
public sealed class DecisionForm
{
    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Opinion")]
    public string? Opinion { get; set; }

    [StringLength(100)]
    [Display(Name = "Deciding.ReasonCode")]
    public string? ReasonCode { get; set; }

    // Null until something is ticked: a list that is there already is filled in place, and an empty one cannot be
    public IReadOnlyList<string>? Confirmed { get; set; }

    /// <summary>Hash of the content that was on the screen.</summary>
    [StringLength(64)]
    public string? Seen { get; set; }

    /// <summary>The act to confirm.</summary>
    [StringLength(20)]
    public string? Verb { get; set; }
}

/// <summary>Wording that the officer proposes.</summary>
public sealed class WordingForm
{
    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Wording.Subject")]
    public string? Subject { get; set; }

    [StringLength(Drafting.MaxBody)]
    [Display(Name = "Deciding.Wording.Body")]
    public string? Body { get; set; }

    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Wording.Why")]
    public string? Why { get; set; }
}

/// <summary>A decision given by telephone.</summary>
public sealed class CallForm
{
    [Display(Name = "Deciding.Call.Decider")]
    public Guid? Decider { get; set; }

    [Display(Name = "Deciding.Call.Day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Deciding.Call.Time")]
    public TimeOnly? Time { get; set; }

    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Call.Why")]
    public string? Why { get; set; }
}

/// <summary>Reason of the manager's own acts: hold, release, overrule, examination anew.</summary>
public sealed class ManagerForm
{
    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Manager.Why")]
    public string? Why { get; set; }
}

/// <summary>A question that the regulation leaves open, or its answer.</summary>
public sealed class ConsultationForm
{
    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Consultation.Question")]
    public string? Question { get; set; }

    public Guid Id { get; set; }

    [StringLength(Drafting.MaxField)]
    [Display(Name = "Deciding.Consultation.Outcome")]
    public string? Outcome { get; set; }
}
