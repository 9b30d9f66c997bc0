using System.Globalization;
using Shirase.Core.Records;

namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>duties</c>: what has to be done by a time, by whom, and what opens and closes it.</summary>
internal static class ReadDuties
{
    private static readonly IReadOnlyList<string> Ways = ["event", "every", "silence", "rest", "expires", "date", "by_hand"];

    private static readonly Dictionary<string, DutyPer> Pers = new(StringComparer.Ordinal)
    {
        ["body"] = DutyPer.Body,
        ["account"] = DutyPer.Account,
        ["unit"] = DutyPer.Unit,
    };

    private static readonly Dictionary<string, DutyRhythm> Rhythms = new(StringComparer.Ordinal)
    {
        ["week"] = DutyRhythm.Week,
        ["month"] = DutyRhythm.Month,
        ["half-year"] = DutyRhythm.HalfYear,
        ["year"] = DutyRhythm.Year,
    };

    private static readonly Dictionary<string, DutySuspends> Suspensions = new(StringComparer.Ordinal)
    {
        ["overdue"] = DutySuspends.Overdue,
        ["at-once"] = DutySuspends.AtOnce,
    };

    public static DutyRule Duty(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("duty", id, s.LineOf("id"));
        var choices = s.Each("choices", "choice", Choice);
        return new DutyRule(
            id,
            s.Notes.Cite(s.Text("clause"), "duty:" + id, s.LineOf("clause")),
            s.Both("name"),
            s.Both("what"),
            Opens(s.Child("opens")),
            Roles(s, "owner") is [var owner, ..] ? owner : Missing(s, "owner"),
            // What is opened before an appointment ends is due on its last day
            s.Has("within") || !EndsItself(s) ? Span(s, "within") : new(1, "days"),
            s.Has("remind") ? Span(s, "remind") : null,
            Escalate(s.OptionalChild("escalate")),
            Closes(s.OptionalChild("closes")),
            s.Flag("evidence"),
            s.OneOf("suspends", Suspensions, DutySuspends.Never),
            s.Flag("urgent"))
        {
            Choices = [.. choices.Select(c => c.Name)],
            ChoiceOpens = [.. choices.Select(c => c.Opens)],
            Items = s.Each("items", "item", Both),
            Alarm = s.Has("alarm") ? s.Notes.AlarmNamed(s.Text("alarm"), s.LineOf("alarm")) : null,
            NeedsSafeTerminal = s.Flag("safe_terminal"),
        };
    }

    private static (Localized Name, string? Opens) Choice(Section s) =>
        (Both(s), s.Has("opens") ? s.Notes.AlarmNamed(s.Text("opens"), s.LineOf("opens")) : null);

    private static Localized Both(Section s) => new(s.Text("ja"), s.Text("en"));

    private static bool EndsItself(Section s) => s.OptionalChild("opens")?.Has("expires") == true;

    private static DutyTrigger Opens(Section? s)
    {
        if (s is null)
        {
            return new DutyTrigger.ByHand(DutyPer.Body);
        }

        var given = Ways.Where(s.Has).ToList();
        if (given.Count != 1)
        {
            s.Notes.Add(s.Line, Wrongs.NotOneWay(Ways));
        }

        var trigger = Trigger(s, given.FirstOrDefault() ?? "by_hand");
        s.Close();
        return trigger;
    }

    private static DutyTrigger Trigger(Section s, string way) => way switch
    {
        "event" => new DutyTrigger.Event(Verbs(s), Roles(s, "held"), s.Optional("route"), Per(s)) { Vacant = s.Flag("vacant") },
        "every" => Calendar(s),
        "silence" => new DutyTrigger.Silence(Days(s, "silence")),
        "rest" => new DutyTrigger.Rest(Days(s, "rest")),
        "expires" => new DutyTrigger.Expiry(Roles(s, "expires"), Days(s, "before")),
        "date" => new DutyTrigger.Dated(Date(s), s.Has("before") ? Days(s, "before") : 0),
        _ => new DutyTrigger.ByHand(s.Flag("by_hand") ? Per(s) : DutyPer.Body),
    };

    private static string Date(Section s)
    {
        var date = s.Text("date");
        if (!DutyTrigger.Dated.Dates.Contains(date, StringComparer.Ordinal))
        {
            s.Notes.Add(s.LineOf("date"), Wrongs.NotOneOf("date", date, DutyTrigger.Dated.Dates));
        }

        return date;
    }

    private static DutyTrigger.Calendar Calendar(Section s)
    {
        var every = s.OneOf("every", Rhythms);
        var (month, day) = every switch
        {
            DutyRhythm.Year or DutyRhythm.HalfYear => s.DayOfYear("on"),
            DutyRhythm.Month => (1, DayOfMonth(s)),
            _ => (1, 1),
        };
        var weekday = every == DutyRhythm.Week ? s.OneOf("on", Words.Days) : DayOfWeek.Monday;
        return new DutyTrigger.Calendar(every, month, day, weekday, Per(s));
    }

    // 31 is the last day, whichever the month has
    private static int DayOfMonth(Section s)
    {
        var text = s.Text("on");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31)
        {
            return day;
        }

        if (text.Length > 0)
        {
            s.Notes.Add(s.LineOf("on"), Wrongs.NotADayOfMonth("on", text));
        }

        return 1;
    }

    private static DutyPer Per(Section s) => s.OneOf("per", Pers, DutyPer.Body);

    private static IReadOnlyList<string> Closes(Section? s)
    {
        if (s is null)
        {
            return [];
        }

        var verbs = Verbs(s);
        s.Close();
        return verbs;
    }

    // What no entry of the journal says would never come
    private static IReadOnlyList<string> Verbs(Section s)
    {
        var verbs = s.Texts("event");
        if (verbs.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("event", s.Name));
        }

        foreach (var verb in verbs.Where(v => !JournalVerbs.IsKnown(v.Text)))
        {
            s.Notes.Add(verb.Line, Wrongs.NotAVerb("event", verb.Text, JournalVerbs.All));
        }

        return [.. verbs.Select(v => v.Text)];
    }

    private static DutyEscalation? Escalate(Section? s)
    {
        if (s is null)
        {
            return null;
        }

        var (after, to) = (Span(s, "after"), Roles(s, "to"));
        if (to.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("to", s.Name));
        }

        s.Close();
        return new(after, to);
    }

    private static IReadOnlyList<string> Roles(Section s, string key)
    {
        var roles = s.Texts(key);
        s.Notes.RolesNamed.AddRange(roles.Where(r => r.Text != DutyRule.Administrator).Select(r => (r.Text, r.Line)));
        return [.. roles.Select(r => r.Text)];
    }

    private static string Missing(Section s, string key)
    {
        s.Notes.Add(s.Line, Wrongs.MissingKey(key, s.Name));
        return "";
    }

    // A number of the rule stands among the settings, where the office sees whether the document gave it
    private static DutySpan Span(Section s, string key)
    {
        var text = s.Text(key);
        if (text.Length == 0)
        {
            return new(0, "minutes");
        }

        if (s.Notes.SettingOf(text) is { } setting && DutySpan.Units.Contains(setting.Unit, StringComparer.Ordinal)
            && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            return new(n, setting.Unit);
        }

        s.Notes.Add(s.LineOf(key), Wrongs.NotASpan(key, text, DutySpan.Units));
        return new(0, "minutes");
    }

    private static int Days(Section s, string key)
    {
        var text = s.Text(key);
        if (s.Notes.SettingOf(text) is { Unit: "days" } setting
            && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0)
        {
            return n;
        }

        if (text.Length > 0)
        {
            s.Notes.Add(s.LineOf(key), Wrongs.NotASpan(key, text, ["days"]));
        }

        return 1;
    }
}
