using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>
/// <c>&lt;clause-ref id="gx-13-2-1" /&gt;</c> shows 「要領13(2)」 and links to the clause: to that of the page's own document, where the id
/// is another's; nothing where it has none of the kind.
/// </summary>
public sealed class ClauseRef(IClauseIndex clauses, IOwnClauses own, IText text) : TagHelper
{
    [HtmlAttributeName("id")]
    public required string ClauseId { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (own.Find(ClauseId) is not { } id)
        {
            output.SuppressOutput();
            return;
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "clause");
        if (clauses.Find(id) is not { } clause)
        {
            output.TagName = "span";
            output.Content.SetContent(id);
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("href", clause.Address);
        output.Attributes.SetAttribute("title", clause.Gist.In(text.Language));
        output.Content.SetContent(clause.Label.In(text.Language));
    }
}
