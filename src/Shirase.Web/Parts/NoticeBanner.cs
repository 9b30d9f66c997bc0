using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary><c>&lt;notice-banner kind="success|error|warning|info" title="…"&gt;…&lt;/notice-banner&gt;</c></summary>
public sealed class NoticeBanner(IText text) : TagHelper
{
    public string Kind { get; set; } = "info";

    public required string Title { get; set; }

    /// <summary>Level of the heading. Default: 2.</summary>
    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"banner banner--{Kind}");
        output.Content.SetHtmlContent(Icon.Of(Kind, "banner__icon", text[$"Parts.Banner.{Kind}"]));
        output.Content.AppendHtml(Tags.Of($"h{Level}", "banner__title", Title));
        if (!body.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Tags.Of("div", "banner__body", body));
        }
    }
}
