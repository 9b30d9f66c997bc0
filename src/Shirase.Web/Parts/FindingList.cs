using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Core.Regulations;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>A finding as the form shows it.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="ControlId">Id of the control that holds the words, or null.</param>
/// <param name="Start">Offset of the words in that control, line breaks counted as one.</param>
/// <param name="Length">Length of the words; 0 where only the field is known.</param>
public sealed record FindingView(Finding Finding, string? ControlId = null, int Start = 0, int Length = 0);

/// <summary><c>&lt;finding-list id="findings" findings="…" /&gt;</c>: what must change, clause by clause, with the way to the words.</summary>
[HtmlTargetElement("finding-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FindingList(IText text, IClauseIndex clauses) : TagHelper
{
    [HtmlAttributeName("id")]
    public string ListId { get; set; } = "findings";

    public required IReadOnlyList<FindingView> Findings { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", ListId);
        if (Findings.Count == 0)
        {
            output.Content.SetHtmlContent(Tags.Of("p", null, text["Parts.Findings.None"]));
            return;
        }

        // Hard before soft; inside one effect the order of the clauses stays
        var list = Tags.Of("ul", "findings");
        foreach (var view in Findings.OrderByDescending(f => f.Finding.Effect))
        {
            list.Holding(Item(view));
        }

        output.Content.SetHtmlContent(list);
    }

    private TagBuilder Item(FindingView view)
    {
        var finding = view.Finding;
        var effect = finding.Effect.ToString().ToLowerInvariant();
        var icon = finding.Effect switch
        {
            Effect.Refuse => "error",
            Effect.Hold => "hold",
            Effect.Warn => "warning",
            Effect.Attest => "attest",
            _ => "info",
        };
        var words = Tags.Of(
            "div",
            null,
            Tags.Of("span", "finding__effect", text["Parts.Effect.Label", text[$"Parts.Effect.{effect}"]]),
            Tags.Of("span", null, finding.Message.In(text.Language)),
            finding.Remedy is { } remedy ? Tags.Of("span", "finding__remedy", remedy.In(text.Language)) : null);
        return Tags.Of("li", $"finding finding--{effect}", Icon.Of(icon, "finding__icon"), words, Cited(finding.Clause), Acts(view));
    }

    private TagBuilder Cited(string id) => clauses.Find(id) is { } clause
        ? Tags.Of("a", "clause", clause.Label.In(text.Language)).With("href", clause.Address)
        : Tags.Of("span", "clause", id);

    // Without JavaScript the link leads to the field; with it the words are selected
    private TagBuilder? Acts(FindingView view)
    {
        if (view.ControlId is null)
        {
            return null;
        }

        var acts = Tags.Of("div", "finding__acts");
        acts.Holding(Marked(Tags.Of("a", "button button--small", text["Parts.Findings.Jump"]).With("href", $"#{view.ControlId}"), view)
            .With("data-jump", view.ControlId));
        if (view.Finding.Mend is { } mend && view.Length > 0)
        {
            acts.Holding(Marked(Tags.Of("button", "button button--small", text["Parts.Findings.Mend", mend]).With("type", "button"), view)
                .With("data-mend", mend)
                .With("data-mend-was", view.Finding.Text)
                .With("data-mend-in", view.ControlId)
                .With("hidden", ""));
        }

        return acts;
    }

    private static TagBuilder Marked(TagBuilder tag, FindingView view) => tag
        .With("data-start", view.Start.ToString(CultureInfo.InvariantCulture))
        .With("data-length", view.Length.ToString(CultureInfo.InvariantCulture));
}
