using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary><c>&lt;button-row&gt;…&lt;/button-row&gt;</c>: the buttons at the end of a form, wrapping on a phone.</summary>
public sealed class ButtonRow : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "buttons");
    }
}

/// <summary><c>&lt;fact-list&gt;&lt;fact-row name="整理番号"&gt;…&lt;/fact-row&gt;&lt;/fact-list&gt;</c>: names and values.</summary>
public sealed class FactList : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "facts");
    }
}

/// <summary>One name with its value; see <see cref="FactList"/>.</summary>
public sealed class FactRow : TagHelper
{
    public required string Name { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "facts__row");
        output.Content.SetHtmlContent(Tags.Of("dt", null, Name));
        output.Content.AppendHtml(Tags.Of("dd", null, value));
    }
}

/// <summary><c>&lt;table-frame caption="…"&gt;&lt;thead&gt;…&lt;/table-frame&gt;</c>: a table with its caption that scrolls by itself on a small screen.</summary>
public sealed class TableFrame : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>True where a heading right above says the same.</summary>
    public bool HideCaption { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "table-frame");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Attributes.SetAttribute("tabindex", "0");
        var inner = Tags.Of("span", HideCaption ? "visually-hidden" : null, Caption);
        output.Content.SetHtmlContent(Tags.Of("table", "table", Tags.Of("caption", null, inner), rows));
    }
}

/// <summary><c>&lt;empty-list what="決裁待ちはありません" &gt;What will appear here and what to do now.&lt;/empty-list&gt;</c></summary>
public sealed class EmptyList : TagHelper
{
    public required string What { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var next = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.SetHtmlContent(Tags.Of("p", "empty__what", What));
        output.Content.AppendHtml(Tags.Of("p", null, next));
    }
}

/// <summary><c>&lt;page-links page="2" pages="14" address="/cases?q=…&amp;page={0}" /&gt;</c>: the pages of a list.</summary>
[HtmlTargetElement("page-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageLinks(IText text) : TagHelper
{
    public int Page { get; set; } = 1;

    public int Pages { get; set; } = 1;

    /// <summary>Address with <c>{0}</c> where the number goes.</summary>
    public required string Address { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        var list = Tags.Of("ul");
        if (Page > 1)
        {
            list.Holding(Link(Page - 1, text["Parts.Pages.Previous"]));
        }

        var last = 0;
        foreach (var number in Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Page) <= 2))
        {
            if (number > last + 1)
            {
                list.Holding(Tags.Of("li", "page-links__gap", Tags.Of("span", null, "…")));
            }

            list.Holding(Link(number, null));
            last = number;
        }

        if (Page < Pages)
        {
            list.Holding(Link(Page + 1, text["Parts.Pages.Next"]));
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-links");
        output.Attributes.SetAttribute("aria-label", text["Parts.PageLinks"]);
        output.Content.SetHtmlContent(list);
    }

    private Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Link(int number, string? words)
    {
        var address = Address.Replace("{0}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Tags.Of("li", null, Tags.Of("a", null, words ?? (object)number)
            .With("href", address)
            .With("aria-label", words is null ? text["Parts.Pages.Number", number] : null)
            .With("aria-current", words is null && number == Page ? "page" : null));
    }
}
