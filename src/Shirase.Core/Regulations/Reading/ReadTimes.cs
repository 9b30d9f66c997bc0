using System.Globalization;

namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>settings</c> and <c>windows</c>.</summary>
internal static class ReadTimes
{
    /// <summary>A window must open within 60 days of any moment; a closure longer than a month is a slip of the pen.</summary>
    private const int LongestClosure = 31;

    public static Setting Setting(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("setting", id, s.LineOf("id"));
        var value = s.Text("value");
        var unit = s.Text("unit");
        if (unit.Length > 0)
        {
            CheckValue(s, value, unit);
        }

        var choices = s.Texts("choices").Select(c => c.Text).ToList();
        if (choices.Count > 0 && !choices.Contains(value, StringComparer.Ordinal))
        {
            s.Notes.Add(s.LineOf("value"), Wrongs.NotOneOf("value", value, choices));
        }

        return new Setting(
            id, value, unit, s.Flag("default"), s.Notes.Cite(s.Text("clause"), "setting:" + id, s.LineOf("clause")), s.Both("name"))
        {
            Stricter = StricterWay(s, unit),
            Choices = choices,
        };
    }

    // A default is free in both directions, and only numbers have directions
    private static Stricter? StricterWay(Section s, string unit)
    {
        if (!s.Has("stricter"))
        {
            return null;
        }

        var way = s.OneOf("stricter", Words.StricterWays);
        if (s.Flag("default") || !Words.Units.GetValueOrDefault(unit))
        {
            s.Notes.Add(s.LineOf("stricter"), Wrongs.NoDirection);
        }

        return way;
    }

    public static TimeWindow Window(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("window", id, s.LineOf("id"));
        var days = s.Choices("days", Words.Days);
        var (start, end) = (s.Time("start"), s.Time("end"));
        if (end < start)
        {
            s.Notes.Add(s.LineOf("end"), Wrongs.EndBeforeStart(s.Text("start"), s.Text("end")));
        }

        var (holidays, from, to) = Closed(s.OptionalChild("closed"));
        if (days.Count == 0 || (from is { } f && to is { } t && LengthOf(f, t) > LongestClosure))
        {
            s.Notes.Add(s.Line, Wrongs.NeverOpens(id));
        }

        return new TimeWindow(
            id, days, start, end, holidays, from, to,
            s.Notes.Cite(s.Text("clause"), "window:" + id, s.LineOf("clause")), s.Flag("default"));
    }

    private static void CheckValue(Section s, string value, string unit)
    {
        if (!Words.Units.TryGetValue(unit, out var isNumber))
        {
            s.Notes.Add(s.LineOf("unit"), Wrongs.NotOneOf("unit", unit, [.. Words.Units.Keys]));
        }
        else if (isNumber && !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            s.Notes.Add(s.LineOf("value"), Wrongs.NotANumber("value", value));
        }
        else if (unit == "flag" && value is not ("true" or "false"))
        {
            s.Notes.Add(s.LineOf("value"), Wrongs.NotAFlag("value", value));
        }
    }

    private static (bool Holidays, (int Month, int Day)? From, (int Month, int Day)? To) Closed(Section? s)
    {
        if (s is null)
        {
            return (false, null, null);
        }

        var holidays = s.Flag("holidays");
        var given = s.Has("from") | s.Has("to");
        (int, int)? from = given ? s.DayOfYear("from") : null;
        (int, int)? to = given ? s.DayOfYear("to") : null;
        s.Close();
        return (holidays, from, to);
    }

    private static int LengthOf((int Month, int Day) from, (int Month, int Day) to)
    {
        var first = new DateOnly(2000, from.Month, from.Day);
        var last = new DateOnly(2000, to.Month, to.Day);
        return (last < first ? last.AddYears(1) : last).DayNumber - first.DayNumber + 1;
    }
}
