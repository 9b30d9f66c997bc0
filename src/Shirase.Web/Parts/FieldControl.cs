using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Core.Text;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>The control of a field: input, textarea, select, or the three boxes of a date.</summary>
internal sealed class FieldControl(FormField field, FieldState state, IText text)
{
    public required IReadOnlyList<TagHelperAttribute> Extra { get; init; }

    public TagBuilder Build() => field.Kind switch
    {
        "textarea" => Textarea(),
        "select" => Select(),
        "date" => Date(),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var input = Tags.Void("input", $"input input--{field.Width}").With("type", field.Kind is "time" ? "text" : field.Kind);
        if (field.Kind is not ("password" or "file"))
        {
            input.With("value", Value());
        }

        if (field.Kind == "time")
        {
            input.With("inputmode", "numeric").With("autocomplete", "off");
        }

        return Wired(input, state.Id, state.Name);
    }

    // The parser of HTML drops the first line break of a textarea: one more keeps the person's own
    private TagBuilder Textarea() => Wired(
        Tags.Of("textarea", "textarea", new HtmlString("\n"), Value()).With("rows", field.Rows.ToString(CultureInfo.InvariantCulture)),
        state.Id,
        state.Name);

    private TagBuilder Select()
    {
        var select = Wired(Tags.Of("select", $"select input--{field.Width}"), state.Id, state.Name);
        var chosen = Value();
        foreach (var item in field.Items)
        {
            select.Holding(Tags.Of("option", null, item.Text)
                .With("value", item.Value)
                .With("selected", item.Selected || (chosen.Length > 0 && item.Value == chosen) ? "selected" : null));
        }

        return select;
    }

    private TagBuilder Date()
    {
        var day = state.Model as DateOnly?;
        var row = Tags.Of("div", "parts").With("data-date-parts", "");
        foreach (var part in OfficeDateParts.Names)
        {
            var value = state.TypedParts.GetValueOrDefault(part) ?? OfficeDateParts.Of(day, part);
            var id = $"{state.Id}-{part}";
            var css = part == OfficeDateParts.Year ? "input input--year" : "input";
            var input = Wired(Tags.Void("input", css).With("type", "text").With("inputmode", "numeric").With("value", value), id, $"{state.Name}.{part}");
            row.Holding(Tags.Of("span", "parts__box", input, Tags.Of("label", null, text[$"Parts.Date.{part}"]).With("for", id)));
        }

        var reading = day is { } d ? text["Parts.DateReading", JapaneseDate.Weekday(d), JapaneseDate.EraYear(d)] : "";
        return row.Holding(Tags.Of("span", "parts__reading", reading)
            .With("data-date-reading", text["Parts.DateReading"])
            .With("data-weekdays", text["Parts.Weekdays"])
            .With("data-era", text["Parts.Era"]));
    }

    private TagBuilder Wired(TagBuilder control, string id, string name)
    {
        foreach (var attribute in Extra)
        {
            control.With(attribute.Name, Convert.ToString(attribute.Value, CultureInfo.InvariantCulture) ?? "");
        }

        var described = string.Join(' ', new[] { state.Error is null ? null : state.ErrorId, field.Hint is null ? null : state.SupportId }
            .Where(s => s is not null));
        control.With("id", id).With("name", name)
            .With("aria-invalid", state.Error is null ? null : "true")
            .With("aria-describedby", described.Length == 0 ? null : described)
            .With("aria-required", field.IsRequired && field.ReadOnlyBecause is null ? "true" : null);
        return field.ReadOnlyBecause is null ? control
            : control.With(control.TagName == "select" ? "disabled" : "readonly", "");
    }

    private string Value() => state.Typed ?? state.Model switch
    {
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Enum value => value.ToString(),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
