using System.ComponentModel.DataAnnotations;
using Shirase.People;

namespace Shirase.Web.Pages.Units;

public sealed class UnitForm
{
    [Display(Name = "Registers.Code")]
    public string? Code { get; set; }

    [Display(Name = "Registers.Name")]
    public string? Name { get; set; }

    [Display(Name = "Registers.NameEn")]
    public string? NameEn { get; set; }

    [Display(Name = "Registers.Parent")]
    public string? Parent { get; set; }

    [Display(Name = "Registers.Mark")]
    public string? Mark { get; set; }

    [Display(Name = "Registers.Telephone")]
    public string? Telephone { get; set; }

    public UnitFacts Facts() => new(Code?.Trim() ?? "", Name ?? "", NameEn ?? "", Parent ?? "", Mark ?? "", Telephone ?? "");
}
