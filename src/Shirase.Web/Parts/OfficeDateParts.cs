using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shirase.Core.Text;

namespace Shirase.Web.Parts;

/// <summary>The three boxes of a date in a form.</summary>
internal static class OfficeDateParts
{
    public const string Year = "Year";

    public static readonly IReadOnlyList<string> Names = [Year, "Month", "Day"];

    public static string Of(DateOnly? day, string part) => day is not { } d ? "" : (part switch
    {
        Year => d.Year,
        "Month" => d.Month,
        _ => d.Day,
    }).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Reads a day from three boxes or from one, in any of the ways an office writes days.</summary>
public sealed class OfficeDateBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var name = bindingContext.ModelName;
        var whole = bindingContext.ValueProvider.GetValue(name);
        var parts = OfficeDateParts.Names.Select(part => Keep(bindingContext, $"{name}.{part}")).ToArray();
        if (whole != ValueProviderResult.None)
        {
            bindingContext.ModelState.SetModelValue(name, whole);
        }

        var one = whole.FirstValue ?? "";
        if (one.Length == 0 && parts.All(string.IsNullOrWhiteSpace))
        {
            return Task.CompletedTask;
        }

        if (one.Length > 0 ? JapaneseDate.TryParse(one, out var day) : JapaneseDate.TryParts(parts[0], parts[1], parts[2], out day))
        {
            bindingContext.Result = ModelBindingResult.Success(day);
            return Task.CompletedTask;
        }

        var typed = one.Length > 0 ? one : string.Join('-', parts);
        bindingContext.ModelState.TryAddModelError(
            name, bindingContext.ModelMetadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(typed, name));
        return Task.CompletedTask;
    }

    private static string Keep(ModelBindingContext context, string key)
    {
        var value = context.ValueProvider.GetValue(key);
        if (value != ValueProviderResult.None)
        {
            context.ModelState.SetModelValue(key, value);
            context.ModelState.MarkFieldSkipped(key);
        }

        return value.FirstValue ?? "";
    }
}

/// <summary>Reads 14:05, 1405, １４時５分.</summary>
public sealed class OfficeTimeBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value.FirstValue is not { Length: > 0 } typed)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (JapaneseDate.TryTime(typed, out var time))
        {
            bindingContext.Result = ModelBindingResult.Success(time);
            return Task.CompletedTask;
        }

        bindingContext.ModelState.TryAddModelError(
            bindingContext.ModelName,
            bindingContext.ModelMetadata.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(typed, bindingContext.ModelName));
        return Task.CompletedTask;
    }
}

/// <summary>Days and times of every form are read the office's way.</summary>
public sealed class OfficeDateBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? new OfficeDateBinder() : type == typeof(TimeOnly) ? new OfficeTimeBinder() : null;
    }
}
