using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary><c>&lt;office-time at="…" era seconds /&gt;</c> or <c>&lt;office-time day="…" era /&gt;</c>: 「11月21日（土）14:05」, Japan's time.</summary>
[HtmlTargetElement("office-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OfficeTimeTag(IText text) : TagHelper
{
    public DateTimeOffset? At { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>True where the office writes the era year (令和8年).</summary>
    public bool Era { get; set; }

    /// <summary>True where the Western year is needed.</summary>
    public bool Year { get; set; }

    public bool Seconds { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (At is { } at)
        {
            output.Attributes.SetAttribute("datetime", OfficeTime.Machine(at));
            output.Content.SetContent(OfficeTime.DayAndTime(at, text.Language, Era, Year, Seconds));
        }
        else if (Day is { } day)
        {
            output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            output.Content.SetContent(OfficeTime.Day(day, text.Language, Era, Year));
        }
        else
        {
            output.TagName = "span";
            output.Content.SetContent(text["Parts.NoTime"]);
        }
    }
}
