using Shirase.Core.Accounts;

namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>policy</c>: what the published policy of an account has to say.</summary>
internal static class ReadPolicy
{
    private static readonly Dictionary<string, bool> LeftOut = new(StringComparer.Ordinal) { ["refuse"] = true, ["reason"] = false };

    private static readonly Dictionary<string, Effect> Effects = new(StringComparer.Ordinal) { ["refuse"] = Effect.Refuse, ["warn"] = Effect.Warn };

    private static readonly Dictionary<string, bool> AskedKinds = new(StringComparer.Ordinal) { ["address"] = true, ["text"] = false };

    public static PolicyOutline Outline(Section s, IReadOnlyList<TimeWindow> windows, IReadOnlyList<NamedChoice> classes)
    {
        // Read first: their names are variables of everything below
        var asks = s.Each("asks", "ask", Ask);
        var laws = s.Each("laws", "law", Law);
        var variables = (IReadOnlyList<string>)
            [.. PolicyOutline.Variables, .. classes.Select(c => PolicyOutline.OfClass + c.Id), .. asks.Select(a => a.Id), .. laws.Select(l => l.Id)];
        var title = s.Both("title");
        Check(s, "title", title.Ja + title.En, variables);
        var outline = new PolicyOutline(
            title, s.Notes.Cite(s.Text("clause"), "policy:outline", s.LineOf("clause")), s.OneOf("left_out", LeftOut), Window(s, windows))
        {
            Sections = s.Each("sections", "section", x => Section(x, variables)),
            Asks = asks,
            Laws = laws,
            Services = s.Each("services", "service", Service),
            Conflicts = s.Each("conflicts", "conflict", Conflict),
        };
        s.Close();
        if (!outline.Blocks.Any())
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("sections", s.Name));
        }

        if (outline.Hours is null && outline.Blocks.Any(b => b.Text.Contains("{hours}", StringComparison.Ordinal)))
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("hours", s.Name));
        }

        if (outline.Services.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("services", s.Name));
        }

        return outline;
    }

    private static PolicySection Section(Section s, IReadOnlyList<string> variables)
    {
        var id = s.Id();
        s.Notes.Claim("policy section", id, s.LineOf("id"));
        return new(id, s.Both("heading"), s.Each("blocks", "block", b => Block(b, variables)));
    }

    private static PolicyBlock Block(Section s, IReadOnlyList<string> variables)
    {
        var id = s.Id();
        s.Notes.Claim("policy block", id, s.LineOf("id"));
        var text = s.Text("text");
        Check(s, "text", text, variables);
        var says = s.Texts("says");
        foreach (var phrase in says)
        {
            Check(s, "says", phrase.Text, variables);
        }

        var isAct = s.Flag("act");
        return new(id, s.Notes.Cite(s.Text("clause"), "policy-block:" + id, s.LineOf("clause")), s.Both("name"), text)
        {
            Says = [.. says.Select(x => x.Text)],
            IsAct = isAct,
            IsItem = s.Flag("item") || isAct,
            IsLocked = s.Flag("locked"),
            IsBinding = s.Flag("binding"),
        };
    }

    private static PolicyQuestion Ask(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("policy variable", id, s.LineOf("id"));
        return new(id, s.Both("name"), s.Notes.Cite(s.Text("clause"), null, s.LineOf("clause")), s.OneOf("kind", AskedKinds));
    }

    private static LawReference Law(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("policy variable", id, s.LineOf("id"));
        var (from, to) = (s.Date("from", required: false), s.Date("to", required: false));
        if (to < from)
        {
            s.Notes.Add(s.LineOf("to"), Wrongs.EndBeforeStart(s.Text("from"), s.Text("to")));
        }

        return new(
            id, s.Text("name"), s.Notes.Cite(s.Text("clause"), "policy-law:" + id, s.LineOf("clause")), from, to, s.Date("confirmed", required: false), s.Optional("successor"));
    }

    private static ServiceName Service(Section s) =>
        new(s.Id("channel"), s.Text("name"), s.Text("operator"), s.Date("from", required: false), s.Date("to", required: false));

    private static PolicyConflict Conflict(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("policy conflict", id, s.LineOf("id"));
        var words = s.Texts("words");
        if (words.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("words", s.Name));
        }

        return new(
            id, [.. words.Select(w => w.Text)], s.OneOf("effect", Effects),
            s.Notes.Cite(s.Text("clause"), "policy-conflict:" + id, s.LineOf("clause")), s.Both("why"));
    }

    private static TimeWindow? Window(Section s, IReadOnlyList<TimeWindow> windows)
    {
        if (s.Optional("hours") is not { } id)
        {
            return null;
        }

        if (windows.FirstOrDefault(w => w.Id == id) is { } window)
        {
            return window;
        }

        s.Notes.Add(s.LineOf("hours"), Wrongs.NotOneOf("hours", id, [.. windows.Select(w => w.Id)]));
        return null;
    }

    // A variable that nothing fills would stand in the published text
    private static void Check(Section s, string key, string text, IReadOnlyList<string> variables)
    {
        foreach (var name in PolicyWords.VariablesOf(text).Where(v => !variables.Contains(v, StringComparer.Ordinal)))
        {
            s.Notes.Add(s.LineOf(key), Wrongs.UnknownVariable(name, variables));
        }
    }
}
