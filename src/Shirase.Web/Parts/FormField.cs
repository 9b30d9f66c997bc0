using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>
/// <c>&lt;form-field for="Subject" kind="text" support="…" /&gt;</c>: label with 要否, support text, control, error, wired
/// together for screen readers. Attributes it does not know (<c>data-*</c>, <c>autocomplete</c>, <c>maxlength</c> …) go to
/// the control. Content, if any, stands between control and error (a counter, say).
/// </summary>
public sealed class FormField(IText text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    /// <summary>text, textarea, select, date, time, password, file, email, url, search. Default: text.</summary>
    public string Kind { get; set; } = "text";

    /// <summary>Default: the display name of the property.</summary>
    public string? Label { get; set; }

    public string? Support { get; set; }

    /// <summary>Default: whether the property is marked required.</summary>
    public bool? Required { get; set; }

    /// <summary>False where 「※任意」 would only repeat itself (search, sign-in). Default: true.</summary>
    public bool ShowNeed { get; set; } = true;

    /// <summary>Makes the control read-only and says why.</summary>
    public string? ReadOnlyBecause { get; set; }

    /// <summary>short, medium, long or full: a field is as wide as what goes into it. Default: full.</summary>
    public string Width { get; set; } = "full";

    public int Rows { get; set; } = 6;

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var state = FieldState.Of(For, ViewContext);
        if (output.Attributes.TryGetAttribute("id", out var id) && id.Value?.ToString() is { Length: > 0 } given)
        {
            state = state with { Id = given };
        }

        var parts = Kind == "date";
        var control = new FieldControl(this, state, text) { Extra = [.. output.Attributes] };
        output.Attributes.Clear();
        output.TagName = parts ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Attributes.SetAttribute("data-field", state.Name);
        output.Content.SetHtmlContent(parts
            ? Tags.Of("legend", "field__label", Head())
            : Tags.Of("label", "field__label", Head()).With("for", state.Id));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Tags.Of("p", "field__support", Hint).With("id", state.SupportId));
        }

        output.Content.AppendHtml(control.Build());
        output.Content.AppendHtml(inside);
        if (state.Error is { } error)
        {
            output.Content.AppendHtml(Tags.Of("p", "field__error", text["Parts.Error", error]).With("id", state.ErrorId));
        }
    }

    internal string LabelText => Label ?? For.Metadata.GetDisplayName();

    /// <summary>Why it cannot be edited comes before what to write.</summary>
    internal string? Hint => ReadOnlyBecause ?? Support ?? (Kind switch
    {
        "date" => text["Parts.DateSupport"],
        "time" => text["Parts.TimeSupport"],
        _ => null,
    });

    internal bool IsRequired => Required ?? For.Metadata.IsRequired;

    private HtmlContentBuilder Head()
    {
        var head = new HtmlContentBuilder();
        head.AppendHtml(Tags.Of("span", null, LabelText));
        if (ReadOnlyBecause is not null)
        {
            head.AppendHtml(Tags.Of("span", "field__locked", text["Parts.Locked"]));
        }
        else if (ShowNeed)
        {
            head.AppendHtml(IsRequired
                ? Tags.Of("span", "field__need field__need--required", text["Parts.Required"])
                : Tags.Of("span", "field__need", text["Parts.Optional"]));
        }

        return head;
    }
}
