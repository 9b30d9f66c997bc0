using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>One tick or radio of a set.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What a person confirms or chooses.</param>
/// <param name="Clause">The clause behind it, cited beside it, or null.</param>
/// <param name="Support">More about it, or null.</param>
public sealed record ChoiceView(string Value, string Label, string? Clause = null, string? Support = null);

/// <summary>
/// <c>&lt;choice-set for="Confirmed" legend="確認" many="true" choices="…" /&gt;</c>: ticks (many) or radios in a fieldset, each
/// with its clause.
/// </summary>
public sealed class ChoiceSet(IText text, IClauseIndex clauses, IOwnClauses own) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public string? Legend { get; set; }

    public string? Support { get; set; }

    public bool? Required { get; set; }

    public bool ShowNeed { get; set; } = true;

    /// <summary>True for ticks, false for radios. Default: false.</summary>
    public bool Many { get; set; }

    /// <summary>True where the choices are short enough for one line.</summary>
    public bool Inline { get; set; }

    public required IReadOnlyList<ChoiceView> Choices { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var state = FieldState.Of(For, ViewContext);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Attributes.SetAttribute("data-field", state.Name);
        output.Content.SetHtmlContent(Tags.Of("legend", "field__label", Tags.Of("span", null, Legend ?? For.Metadata.GetDisplayName()), Need()));
        if (Support is not null)
        {
            output.Content.AppendHtml(Tags.Of("p", "field__support", Support).With("id", state.SupportId));
        }

        var chosen = Chosen(state);
        var list = Tags.Of("div", Inline ? "choices--inline" : null);
        for (var i = 0; i < Choices.Count; i++)
        {
            list.Holding(One(state, Choices[i], i, chosen));
        }

        output.Content.AppendHtml(list);
        output.Content.AppendHtml(inside);
        if (state.Error is { } error)
        {
            output.Content.AppendHtml(Tags.Of("p", "field__error", text["Parts.Error", error]).With("id", state.ErrorId));
        }
    }

    private TagBuilder? Need() => !ShowNeed ? null
        : Required ?? For.Metadata.IsRequired ? Tags.Of("span", "field__need field__need--required", text["Parts.Required"])
        : Tags.Of("span", "field__need", text["Parts.Optional"]);

    private HashSet<string> Chosen(FieldState state)
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(state.Name, out var entry) && entry.RawValue is { } raw)
        {
            return raw is string[] many ? [.. many] : [.. (raw.ToString() ?? "").Split(',')];
        }

        return state.Model switch
        {
            null => [],
            string one => [one],
            IEnumerable<string> several => [.. several],
            var other => [other.ToString() ?? ""],
        };
    }

    private TagBuilder One(FieldState state, ChoiceView choice, int index, HashSet<string> chosen)
    {
        var id = index == 0 ? state.Id : $"{state.Id}-{index}";
        var supportId = $"{id}-more";
        var input = Tags.Void("input")
            .With("type", Many ? "checkbox" : "radio")
            .With("id", id)
            .With("name", state.Name)
            .With("value", choice.Value)
            .With("checked", chosen.Contains(choice.Value) ? "checked" : null)
            .With("aria-invalid", Many && state.Error is not null ? "true" : null)
            .With("aria-describedby", Described(state, choice, supportId));
        var label = Tags.Of("label", null, choice.Label).With("for", id);
        var more = choice.Support is null ? null : Tags.Of("span", "choice__support", choice.Support).With("id", supportId);
        return Tags.Of("div", "choice", input, Tags.Of("div", null, label, Cited(own.Find(choice.Clause)), more));
    }

    private static string? Described(FieldState state, ChoiceView choice, string supportId)
    {
        var ids = new[] { state.Error is null ? null : state.ErrorId, choice.Support is null ? null : supportId }.Where(s => s is not null);
        var joined = string.Join(' ', ids);
        return joined.Length == 0 ? null : joined;
    }

    // The link stands outside the label: a click on it must not tick the box
    private TagBuilder? Cited(string? clause)
    {
        if (clause is null)
        {
            return null;
        }

        var link = clauses.Find(clause) is { } view
            ? Tags.Of("a", null, view.Label.In(text.Language)).With("href", view.Address).With("title", view.Gist.In(text.Language))
            : Tags.Of("span", null, clause);
        return Tags.Of("span", "clause", text["Parts.Bracket.Open"], link, text["Parts.Bracket.Close"]);
    }
}
