using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>A value that a text states: a date, a time, a telephone number or a figure.</summary>
/// <param name="Kind"><c>date</c>, <c>time</c>, <c>telephone</c>, or <c>figure</c> with its unit.</param>
/// <param name="Value">In one spelling, so that two texts can be compared.</param>
/// <param name="Words">As written.</param>
internal sealed record StatedValue(string Kind, string Value, TextSpan Span, string Words)
{
    public static IEnumerable<StatedValue> Of(string text) => Of(text, DateMention.Find(text));

    /// <summary>The same where the dates were read already.</summary>
    public static IEnumerable<StatedValue> Of(string text, IEnumerable<DateMention> dates)
    {
        foreach (var d in dates)
        {
            yield return new("date", $"{d.Month}-{d.Day}", d.DaySpan, d.DaySpan.In(text));
        }

        foreach (var t in TimeMention.Find(text))
        {
            yield return new("time", $"{t.Minutes}", t.Span, t.Span.In(text));
        }

        foreach (var p in PhoneMention.Find(text))
        {
            yield return new("telephone", p.Digits, p.Span, p.Span.In(text));
        }

        foreach (var f in FigureMention.Find(text))
        {
            yield return new($"figure {f.Unit}", f.Value, f.Span, f.Span.In(text));
        }
    }
}
