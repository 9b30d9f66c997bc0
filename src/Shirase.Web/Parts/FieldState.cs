using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Shirase.Web.Parts;

/// <summary>What the form knows of one field: its name, what the person typed, and what is wrong with it.</summary>
internal sealed record FieldState(string Name, string Id, string? Typed, object? Model, string? Error, IReadOnlyDictionary<string, string?> TypedParts)
{
    public string SupportId => $"{Id}-support";

    public string ErrorId => $"{Id}-error";

    public static FieldState Of(ModelExpression expression, ViewContext view)
    {
        var name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var id = TagBuilder.CreateSanitizedId(name, "-");
        var states = view.ViewData.ModelState;
        states.TryGetValue(name, out var entry);
        var error = entry?.Errors.Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0);
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var part in OfficeDateParts.Names)
        {
            if (states.TryGetValue($"{name}.{part}", out var typed))
            {
                parts[part] = typed.AttemptedValue;
            }
        }

        return new FieldState(name, id, entry?.AttemptedValue, expression.Model, error, parts);
    }
}
