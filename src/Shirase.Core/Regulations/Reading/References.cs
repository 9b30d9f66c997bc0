namespace Shirase.Core.Regulations.Reading;

/// <summary>Looks up what one part of a file says of another, in both directions between controls and clauses.</summary>
internal static class References
{
    public static void Check(Regulation regulation, Notes notes)
    {
        CheckRoles(notes);
        CheckSteps(regulation, notes);
        CheckAlarms(regulation, notes);
        CheckClauses(regulation, notes);
        CheckControls(regulation, notes);
        if (regulation.Policy is null && notes.PolicyAsked is { } line)
        {
            notes.Add(line, Wrongs.NoPolicyOutline("public-policy"));
        }
    }

    private static void CheckRoles(Notes notes)
    {
        var roles = notes.Claimed("role").Append(ReadRoutes.AuthorUnit).ToList();
        foreach (var (role, line) in notes.RolesNamed.Where(r => !notes.IsFull && !roles.Contains(r.Role, StringComparer.Ordinal)))
        {
            notes.Add(line, Wrongs.UnknownRole(role, roles));
        }
    }

    private static void CheckSteps(Regulation regulation, Notes notes)
    {
        var steps = StepsOf(regulation).ToList();
        foreach (var (step, line) in notes.StepsNamed.Where(s => !notes.IsFull && !steps.Contains(s.Step, StringComparer.Ordinal)))
        {
            notes.Add(line, Wrongs.UnknownStep(step, steps));
        }
    }

    // What an answer opens must be one that a person could open, for an account
    private static void CheckAlarms(Regulation regulation, Notes notes)
    {
        var known = regulation.Duties.Where(d => d.Opens is DutyTrigger.ByHand { Per: DutyPer.Account }).Select(d => d.Id).ToList();
        foreach (var (duty, line) in notes.AlarmsNamed.Where(a => !notes.IsFull && !known.Contains(a.Duty, StringComparer.Ordinal)))
        {
            notes.Add(line, Wrongs.NotAnAlarm(duty, known));
        }
    }

    /// <summary>A control that cites a clause must be listed there: coverage is read from the clauses.</summary>
    private static void CheckClauses(Regulation regulation, Notes notes)
    {
        var clauses = notes.Claimed("clause").ToHashSet(StringComparer.Ordinal);
        var listed = notes.ControlsNamed.Select(c => (c.Clause, c.Control)).ToHashSet();
        foreach (var (clause, control, line) in notes.Cited.TakeWhile(_ => !notes.IsFull))
        {
            if (!clauses.Contains(clause))
            {
                notes.Add(line, Wrongs.UnknownClause(clause, Nearest.To(clause, clauses)));
            }
            else if (control is not null && !listed.Contains((clause, control)))
            {
                notes.Add(line, Wrongs.UnlistedControl(control, clause));
            }
        }
    }

    private static void CheckControls(Regulation regulation, Notes notes)
    {
        var known = ControlsOf(regulation, notes.Vocabulary).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, control, line) in notes.ControlsNamed.Where(c => !notes.IsFull && !known.Contains(c.Control)))
        {
            notes.Add(line, Wrongs.UnknownControl(control, [.. known]));
        }
    }

    private static IEnumerable<string> StepsOf(Regulation regulation) =>
        regulation.Routes.SelectMany(r => r.Steps).Select(s => s.Id).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> PasswordsOf(PasswordRules? rules) => rules is null ? [] :
    [
        "opened",
        .. rules.Holders is null ? Array.Empty<string>() : ["holders"],
        .. rules.Form is null ? Array.Empty<string>() : ["form"],
        .. rules.UnlikeOthers is null ? Array.Empty<string>() : ["unlike-others"],
        .. rules.Paper is null ? Array.Empty<string>() : ["paper"],
    ];

    private static IEnumerable<string> ControlsOf(Regulation regulation, RegulationVocabulary vocabulary) =>
    [
        .. regulation.Checks.Select(c => "check:" + c.Id),
        .. regulation.Gates.Select(g => "gate:" + g.Gate),
        .. StepsOf(regulation).Select(s => "step:" + s),
        .. regulation.Attestations.Select(a => "attestation:" + a.Id),
        .. regulation.Duties.Select(d => "duty:" + d.Id),
        .. regulation.Readings.Select(r => "reading:" + r.Id),
        .. regulation.Roles.Select(r => "role:" + r.Id),
        .. regulation.Windows.Select(w => "window:" + w.Id),
        .. regulation.Settings.Select(s => "setting:" + s.Id),
        .. regulation.Routes.Select(r => "route:" + r.Id),
        .. regulation.Routes.SelectMany(r => r.Grounds).Select(g => "ground:" + g.Id),
        .. regulation.ContentClasses.Select(c => "content-class:" + c.Id),
        .. regulation.ReasonCodes.Select(r => "reason:" + r.Id),
        .. regulation.PublicBodyClasses.Select(c => "body-class:" + c.Id),
        .. regulation.Glossary.Select(g => "glossary:" + g.Id),
        .. regulation.PolicyItems.Select(i => "policy-item:" + i.Id),
        .. regulation.AccountPoints.Select(p => "account-point:" + p.Id),
        .. regulation.Profile.Select(p => "profile:" + p.Id),
        .. PasswordsOf(regulation.Passwords).Select(p => "password:" + p),
        .. regulation.Notice?.Clause is null ? Array.Empty<string>() : ["notice:document"],
        .. regulation.Notice is { Repeals.Count: > 0 } ? ["notice:repeals"] : Array.Empty<string>(),
        .. regulation.Policy is null ? Array.Empty<string>() : ["policy:outline"],
        .. regulation.Policy?.Blocks.Select(b => "policy-block:" + b.Id) ?? [],
        .. regulation.Policy?.Laws.Select(l => "policy-law:" + l.Id) ?? [],
        .. regulation.Policy?.Conflicts.Select(c => "policy-conflict:" + c.Id) ?? [],
        .. regulation.Composition is null ? Array.Empty<string>() : ["compose:heading"],
        .. vocabulary.Controls.SelectMany(f => f.Value.Select(n => $"{f.Key}:{n}")),
    ];
}
