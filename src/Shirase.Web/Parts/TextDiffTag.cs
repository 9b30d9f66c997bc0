using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Core.Text;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary><c>&lt;text-diff before="…" after="…" /&gt;</c>: the newer text with what was removed and added, readable aloud.</summary>
[HtmlTargetElement("text-diff", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextDiffTag(IText text) : TagHelper
{
    public required string Before { get; set; }

    public required string After { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        var parts = TextDiff.Between(Before, After);
        if (TextDiff.Places(parts) == 0)
        {
            output.TagName = "p";
            output.Content.SetContent(text["Parts.Diff.None"]);
            return;
        }

        output.TagName = "div";
        output.Attributes.SetAttribute("class", "diff");
        foreach (var part in parts)
        {
            output.Content.AppendHtml(part.Kind switch
            {
                DiffKind.Removed => Tags.Of("del", null, Said("Parts.Diff.Removed"), part.Text),
                DiffKind.Added => Tags.Of("ins", null, Said("Parts.Diff.Added"), part.Text),
                _ => Tags.Of("span", null, part.Text),
            });
        }
    }

    private Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Said(string key) => Tags.Of("span", "visually-hidden", text[key]);
}
