using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>One condition of sending.</summary>
/// <param name="Name">Such as 「決裁は この文面に有効」.</param>
/// <param name="IsOpen">True when it is met.</param>
/// <param name="Clause">The clause behind it, or null for a rule of the product.</param>
/// <param name="Mend">What is missing and who can mend it, when it is not met.</param>
public sealed record GateView(string Name, bool IsOpen, string? Clause = null, string? Mend = null);

/// <summary><c>&lt;gate-list gates="Model.Gates" /&gt;</c>: the conditions of sending, read like the regulation.</summary>
[HtmlTargetElement("gate-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GateList(IText text, IClauseIndex clauses) : TagHelper
{
    public required IReadOnlyList<GateView> Gates { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gates");
        foreach (var gate in Gates)
        {
            var icon = Icon.Of(gate.IsOpen ? "check" : "cross", "gate__icon", text[gate.IsOpen ? "Parts.Gate.Open" : "Parts.Gate.Closed"]);
            var words = Tags.Of(
                "div",
                null,
                Tags.Of("span", null, gate.Name),
                gate.IsOpen || gate.Mend is null ? null : Tags.Of("span", "gate__mend", gate.Mend));
            output.Content.AppendHtml(Tags.Of("li", gate.IsOpen ? "gate gate--open" : "gate gate--closed", icon, words, Cited(gate.Clause)));
        }
    }

    private Microsoft.AspNetCore.Mvc.Rendering.TagBuilder? Cited(string? id) => id is null ? null
        : clauses.Find(id) is { } clause ? Tags.Of("a", "clause", clause.Label.In(text.Language)).With("href", clause.Address)
        : Tags.Of("span", "clause", id);
}
