using System.ComponentModel.DataAnnotations;
using Shirase.Core;
using Shirase.People;

namespace Shirase.Web.Pages.Tokens;

/// <summary>A token as it is asked for on a page.</summary>
public sealed class TokenForm
{
    /// <summary>The person it acts as; asked on the administrator's page only.</summary>
    [Display(Name = "Tokens.For")]
    public Guid? For { get; set; }

    [Display(Name = "Tokens.Name")]
    public string? Name { get; set; }

    /// <summary>Id of the unit, or empty for every case the person reaches.</summary>
    [Display(Name = "Tokens.Unit")]
    public Guid? Unit { get; set; }

    [Display(Name = "Tokens.Scopes")]
    public IList<string> Scopes { get; set; } = [];

    [Display(Name = "Tokens.Days")]
    public int? Days { get; set; }

    public TokenWish Wish(StaffId self) => new(For is { } other ? new(other) : self, Unit is { } unit ? new(unit) : null, Name ?? "", [.. Scopes], Days);
}
