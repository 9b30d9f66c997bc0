namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>clauses</c>: every clause of the document with what carries it.</summary>
internal static class ReadClauses
{
    public static IReadOnlyList<Clause> All(Section s)
    {
        if (!s.Has("clauses"))
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("clauses", s.Name));
        }

        return s.Each("clauses", "clause", Clause);
    }

    private static Clause Clause(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("clause", id, s.LineOf("id"));
        var controls = s.Texts("carried_by");
        s.Notes.ControlsNamed.AddRange(controls.Select(c => (id, c.Text, c.Line)));
        var planned = s.Optional("planned");
        if (planned is not null && !KnownControls.Rooms.Contains(planned, StringComparer.Ordinal))
        {
            s.Notes.Add(s.LineOf("planned"), Wrongs.NotOneOf("planned", planned, KnownControls.Rooms));
        }

        var statement = s.Optional("statement");
        if (controls.Count == 0 && planned is null && statement is null)
        {
            s.Notes.Add(s.Line, Wrongs.Uncarried(id));
        }

        return new Clause(
            id, s.Text("ref"), s.Both("gist"), Kinds(s), [.. controls.Select(c => c.Text)], planned, statement);
    }

    private static IReadOnlyList<string> Kinds(Section s)
    {
        var kinds = s.Texts("kinds");
        if (kinds.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("kinds", s.Name));
        }

        foreach (var kind in kinds.Where(k => !Words.ClauseKinds.Contains(k.Text, StringComparer.Ordinal)))
        {
            s.Notes.Add(kind.Line, Wrongs.NotOneOf("kinds", kind.Text, Words.ClauseKinds));
        }

        return [.. kinds.Select(k => k.Text)];
    }
}
