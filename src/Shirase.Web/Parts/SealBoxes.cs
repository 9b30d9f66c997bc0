using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>One box of the 決裁欄.</summary>
/// <param name="Office">Such as 運用管理者.</param>
/// <param name="Name">Who decided, or null while nobody has.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Note">代決, 後閲 and the like, or null.</param>
public sealed record SealView(string Office, string? Name, DateOnly? On = null, string? Note = null);

/// <summary><c>&lt;seal-boxes seals="Model.Seals" /&gt;</c>: the 決裁欄 of the printed case.</summary>
[HtmlTargetElement("seal-boxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SealBoxes(IText text) : TagHelper
{
    public required IReadOnlyList<SealView> Seals { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var table = Tags.Of("table", "seals", Tags.Of("caption", null, text["Parts.Seals"]));
        var heads = Tags.Of("tr");
        var boxes = Tags.Of("tr");
        foreach (var seal in Seals)
        {
            heads.Holding(Tags.Of("th", null, seal.Office).With("scope", "col"));
            boxes.Holding(Box(seal));
        }

        table.Holding(Tags.Of("thead", null, heads), Tags.Of("tbody", null, boxes));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "seals--scroll");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", text["Parts.Seals"]);
        output.Content.SetHtmlContent(table);
    }

    private TagBuilder Box(SealView seal)
    {
        if (seal.Name is null)
        {
            return Tags.Of("td", null, Tags.Of("span", "visually-hidden", text["Parts.SealEmpty"]));
        }

        var mark = Tags.Of(
            "span",
            "seal",
            Tags.Of("span", "seal__name", seal.Name),
            seal.On is { } on ? Tags.Of("span", "seal__day", $"{on.Year}.{on.Month}.{on.Day}") : null);
        return Tags.Of("td", null, mark, seal.Note is null ? null : Tags.Of("span", "seal__note", seal.Note));
    }
}
