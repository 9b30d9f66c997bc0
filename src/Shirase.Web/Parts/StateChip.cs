using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shirase.Web.Parts;

/// <summary>
/// <c>&lt;state-chip look="deciding"&gt;決裁中&lt;/state-chip&gt;</c>: the word, an icon of its own shape, and a colour.
/// Looks: draft, deciding, returned, waiting, published, withdrawn, rejected, urgent, drill, held.
/// </summary>
public sealed class StateChip : TagHelper
{
    private static readonly Dictionary<string, (string Css, string Icon)> Looks = new(StringComparer.Ordinal)
    {
        ["draft"] = ("", "pencil"),
        ["deciding"] = ("chip--blue", "clock"),
        ["returned"] = ("chip--orange", "back"),
        ["waiting"] = ("chip--cyan", "send"),
        ["published"] = ("chip--green-fill", "check"),
        ["withdrawn"] = ("chip--plain", "stop"),
        ["rejected"] = ("chip--red", "cross"),
        ["urgent"] = ("chip--red-fill", "warning"),
        ["drill"] = ("chip--purple-fill", "drill"),
        ["held"] = ("chip--orange", "hold"),
    };

    public static IEnumerable<string> LookNames => Looks.Keys;

    public string Look { get; set; } = "draft";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = await output.GetChildContentAsync();
        var (css, icon) = Looks.TryGetValue(Look, out var look) ? look : Looks["draft"];
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"chip {css}".TrimEnd());
        output.Content.SetHtmlContent(Icon.Of(icon, "chip__icon"));
        output.Content.AppendHtml(word);
    }
}
