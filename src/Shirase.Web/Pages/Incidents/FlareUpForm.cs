using System.ComponentModel.DataAnnotations;
using Shirase.Core;
using Shirase.Core.Incidents;

namespace Shirase.Web.Pages.Incidents;

/// <summary>What is typed in the room of a flare-up.</summary>
public sealed class FlareUpForm
{
    [Display(Name = "Incidents.Flare.Why")]
    public string? Why { get; set; }

    [Display(Name = "Incidents.Flare.Participants")]
    public string? Participants { get; set; }

    [Display(Name = "Incidents.Flare.Facts")]
    public string? Facts { get; set; }

    [Display(Name = "Incidents.Flare.Options")]
    public string? Options { get; set; }

    [Display(Name = "Incidents.Flare.Kind")]
    public string? Kind { get; set; }

    [Display(Name = "Incidents.Flare.Reason")]
    public string? Reason { get; set; }

    [Display(Name = "Incidents.Flare.TextKind")]
    public string? TextKind { get; set; }

    [Display(Name = "Incidents.Flare.UntilDay")]
    public DateOnly? UntilDay { get; set; }

    [Display(Name = "Incidents.Flare.UntilTime")]
    public TimeOnly? UntilTime { get; set; }

    [Display(Name = "Incidents.Flare.Note")]
    public string? Note { get; set; }

    [Display(Name = "Incidents.Flare.CaseWhy")]
    public string? CaseWhy { get; set; }

    [Display(Name = "Incidents.Flare.EndWhy")]
    public string? EndWhy { get; set; }

    /// <summary>The case that an act is about.</summary>
    public Guid Case { get; set; }

    // Null until something is ticked: a list that is there already is filled in place, and an empty one cannot be
    public IReadOnlyList<string>? Confirmed { get; set; }

    public FlareUpMinutes Minutes() => new(Kind ?? "", Participants ?? "", Facts ?? "", Options ?? "", Reason ?? "");

    public DateTimeOffset? Until() => UntilDay is { } day && UntilTime is { } time ? new DateTimeOffset(day.ToDateTime(time), JapanTime.Offset) : null;
}
