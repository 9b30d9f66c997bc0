using System.ComponentModel.DataAnnotations;
using Shirase.People;

namespace Shirase.Web.Pages.Terminals;

public sealed class TerminalForm
{
    [Display(Name = "Registers.Name")]
    public string? Name { get; set; }

    [Display(Name = "Registers.Location")]
    public string? Location { get; set; }

    [Display(Name = "Registers.Ranges")]
    public string? Ranges { get; set; }

    [Display(Name = "Registers.Thumbprint")]
    public string? Thumbprint { get; set; }

    /// <summary>The unit in which it is installed; empty where nobody asks for it.</summary>
    [Display(Name = "Registers.TerminalUnit")]
    public Guid? Unit { get; set; }

    /// <summary>Who keeps it; empty where nobody is named.</summary>
    [Display(Name = "Registers.TerminalKeeper")]
    public Guid? Keeper { get; set; }

    public bool IsLockedAway { get; set; }

    public bool IsEncrypted { get; set; }

    public TerminalFacts Facts() => new(Name ?? "", Location ?? "", Ranges ?? "", Thumbprint ?? "", Unit is { } unit ? new(unit) : null)
    {
        Keeper = Keeper is { } keeper ? new(keeper) : null,
        IsLockedAway = IsLockedAway,
        IsEncrypted = IsEncrypted,
    };
}
