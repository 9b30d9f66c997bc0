using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Shirase.Web.Parts;

/// <summary>Short ways of building markup, so that a part reads like the markup it emits.</summary>
internal static class Tags
{
    public static TagBuilder Of(string name, string? css = null, params object?[] content)
    {
        var tag = new TagBuilder(name);
        if (css is { Length: > 0 })
        {
            tag.Attributes["class"] = css;
        }

        return tag.Holding(content);
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    public static TagBuilder Void(string name, string? css = null)
    {
        var tag = Of(name, css);
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    public static TagBuilder Holding(this TagBuilder tag, params object?[] content)
    {
        foreach (var part in content)
        {
            switch (part)
            {
                case null:
                    break;
                case IHtmlContent html:
                    tag.InnerHtml.AppendHtml(html);
                    break;
                default:
                    tag.InnerHtml.Append(Convert.ToString(part, CultureInfo.InvariantCulture) ?? "");
                    break;
            }
        }

        return tag;
    }
}
