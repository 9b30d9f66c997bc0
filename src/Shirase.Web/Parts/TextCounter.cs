using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>One way of counting the text against one limit.</summary>
/// <param name="Name">Such as 文字数（要領） or X換算.</param>
/// <param name="Count">Characters as this counting sees them.</param>
/// <param name="Limit">Most that may be.</param>
public sealed record CountView(string Name, int Count, int Limit)
{
    public int Left => Limit - Count;
}

/// <summary>
/// <c>&lt;text-counter id="counters" counts="…" /&gt;</c>: each count against its limit; the scarcest one is what is announced.
/// </summary>
[HtmlTargetElement("text-counter", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextCounter(IText text) : TagHelper
{
    [HtmlAttributeName("id")]
    public string CounterId { get; set; } = "counters";

    public required IReadOnlyList<CountView> Counts { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "counters");
        output.Attributes.SetAttribute("id", CounterId);
        if (Counts.MinBy(c => c.Left) is { } scarcest)
        {
            output.Attributes.SetAttribute("data-left", Number(scarcest.Left));
            output.Attributes.SetAttribute("data-limit", Number(scarcest.Limit));
            output.Attributes.SetAttribute("data-announce", scarcest.Left < 0
                ? text["Parts.Count.AnnounceOver", scarcest.Name, -scarcest.Left]
                : text["Parts.Count.AnnounceLeft", scarcest.Name, scarcest.Left]);
        }

        foreach (var count in Counts)
        {
            var line = text["Parts.Counted", count.Name, count.Count, count.Limit];
            var over = count.Left < 0 ? text["Parts.Count.Over", -count.Left] : null;
            output.Content.AppendHtml(Tags.Of("li", over is null ? "counter" : "counter counter--over", line, over));
        }
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
