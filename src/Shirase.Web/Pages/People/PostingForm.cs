using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;

namespace Shirase.Web.Pages.People;

/// <summary>A posting as it is typed.</summary>
public sealed class PostingForm
{
    [Display(Name = "People.Unit")]
    public Guid? Unit { get; set; }

    [Display(Name = "People.Post")]
    public string? Post { get; set; }

    [Display(Name = "People.Section")]
    public string? Section { get; set; }

    [Display(Name = "People.Rank")]
    public Rank Rank { get; set; }

    [Display(Name = "People.IsHead")]
    public IList<string>? Head { get; set; }

    [Display(Name = "People.From")]
    public DateOnly? From { get; set; }

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Units { get; set; } = [];

    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Ranks { get; set; } = [];

    /// <summary>The posting, or null when unit or day is missing.</summary>
    public PostingFacts? Facts() => Unit is { } unit && From is { } from
        ? new(new UnitId(unit), Post ?? "", Section ?? "", Rank, Head is { Count: > 0 }, from)
        : null;
}
