using System.ComponentModel.DataAnnotations;

namespace Shirase.Web.Pages.People;

public sealed class RoleForm
{
    /// <summary><c>regulation/role</c></summary>
    [Display(Name = "People.Role")]
    public string? Role { get; set; }

    [Display(Name = "People.From")]
    public DateOnly? From { get; set; }

    [Display(Name = "People.To")]
    public DateOnly? To { get; set; }

    [Display(Name = "People.Basis")]
    public string? Basis { get; set; }

    public (string Regulation, string Role) Split() =>
        Role?.Split('/', 2) is [var regulation, var role] ? (regulation, role) : ("", "");
}

public sealed class DeputyForm
{
    /// <summary><c>regulation/role</c></summary>
    [Display(Name = "People.Role")]
    public string? Role { get; set; }

    [Display(Name = "People.Unit")]
    public Guid? Unit { get; set; }

    [Display(Name = "People.Order")]
    public int Order { get; set; } = 1;

    [Display(Name = "People.From")]
    public DateOnly? From { get; set; }

    [Display(Name = "People.To")]
    public DateOnly? To { get; set; }

    [Display(Name = "People.OfficeRule")]
    public string? Basis { get; set; }

    public (string Regulation, string Role) Split() =>
        Role?.Split('/', 2) is [var regulation, var role] ? (regulation, role) : ("", "");
}

public sealed class NamesForm
{
    [Display(Name = "People.Name")]
    public string? Name { get; set; }

    [Display(Name = "People.NameEn")]
    public string? NameEn { get; set; }

    [Display(Name = "People.OfficeMail")]
    public string? Mail { get; set; }
}
