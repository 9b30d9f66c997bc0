using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary><c>&lt;emergency-banner title="…" at="…"&gt;…&lt;/emergency-banner&gt;</c>: stands first on the page and cannot be closed.</summary>
public sealed class EmergencyBanner(IText text) : TagHelper
{
    public required string Title { get; set; }

    public DateTimeOffset? At { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "emergency");
        output.Attributes.SetAttribute("aria-label", $"{text["Parts.Emergency"]}: {Title}");
        output.Content.SetHtmlContent(Tags.Of("h2", "emergency__title", text["Parts.EmergencyTitle", Title]));
        if (At is { } at)
        {
            var time = Tags.Of("time", null, OfficeTime.DayAndTime(at, text.Language)).With("datetime", OfficeTime.Machine(at));
            output.Content.AppendHtml(Tags.Of("p", null, time));
        }

        output.Content.AppendHtml(Tags.Of("div", null, body));
    }
}
