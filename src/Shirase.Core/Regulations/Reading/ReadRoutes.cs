namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>routes</c>.</summary>
internal static class ReadRoutes
{
    /// <summary>Stands for the unit of the applicant, whose members need no appointment.</summary>
    public const string AuthorUnit = "author-unit";

    public static Route Route(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("route", id, s.LineOf("id"));
        var route = new Route(
            id,
            s.Both("name"),
            s.Notes.Cite(s.Text("clause"), "route:" + id, s.LineOf("clause")),
            s.Each("grounds", "ground", Ground),
            s.Each("steps", "step", step => Step(step, id)))
        {
            Hours = s.Has("hours") ? s.OneOf("hours", Words.RouteHours) : RouteHours.Any,
        };
        if (route.Steps.Count(x => x.Kind == StepKind.Publication) != 1 || route.Steps[^1].Kind != StepKind.Publication)
        {
            s.Notes.Add(s.LineOf("steps"), Wrongs.NoPublication(id));
        }

        return route;
    }

    private static RouteGround Ground(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("ground", id, s.LineOf("id"));
        return new RouteGround(
            id,
            s.Both("name"),
            s.Notes.Cite(s.Text("clause"), "ground:" + id, s.LineOf("clause")),
            s.Number("min_reason", 0),
            s.Flag("case_facts"))
        {
            Criteria = s.Each("criteria", "criterion", c => ReadRules.Criterion(c, id)),
        };
    }

    private static string? AllOf(Section s)
    {
        var all = s.Optional("all_of");
        if (all is not (null or RouteStep.RelatedHeads))
        {
            s.Notes.Add(s.LineOf("all_of"), Wrongs.NotOneOf("all_of", all, [RouteStep.RelatedHeads]));
        }

        return all;
    }

    private static RouteStep Step(Section s, string route)
    {
        var id = s.Id();
        s.Notes.Claim($"step ({route})", id, s.LineOf("id"));
        var roles = s.Texts("roles");
        s.Notes.RolesNamed.AddRange(roles.Where(r => r.Text != AuthorUnit).Select(r => (r.Text, r.Line)));
        if (roles.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.NobodyActs(id));
        }

        var standIn = s.Optional("stands_in");
        if (standIn is not null)
        {
            s.Notes.RolesNamed.Add((standIn, s.LineOf("stands_in")));
        }

        return new RouteStep(
            id,
            s.OneOf("kind", Words.StepKinds),
            [.. roles.Select(r => r.Text)],
            s.Both("name"),
            s.Notes.Cite(s.Text("clause"), "step:" + id, s.LineOf("clause")),
            s.Flag("deputies"),
            s.Flag("by_telephone"))
        {
            AllOf = AllOf(s),
            StandIn = standIn,
            ConsultClause = s.Has("consult") ? s.Notes.Cite(s.Text("consult"), null, s.LineOf("consult")) : null,
        };
    }
}
