namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>closing</c>: what has to be done before an account is given up.</summary>
internal static class ReadClosing
{
    public static ClosingRule Rule(Section s, IReadOnlyList<DutyRule> duties)
    {
        var takeovers = s.Texts("takeovers");
        var rule = new ClosingRule(s.Notes.Cite(s.Text("clause"), "verb:end-account", s.LineOf("clause")), s.Number("notice_days", 0))
        {
            Website = Clause(s, "website", "page:closing"),
            Archive = Clause(s, "archive", null),
            Report = Clause(s, "report", "verb:report-end"),
            Takeovers = [.. takeovers.Select(t => t.Text)],
        };
        s.Close();
        foreach (var unknown in takeovers.Where(t => duties.All(d => d.Id != t.Text)))
        {
            s.Notes.Add(unknown.Line, Wrongs.NotOneOf("takeovers", unknown.Text, [.. duties.Select(d => d.Id)]));
        }

        return rule;
    }

    private static string? Clause(Section s, string key, string? control) =>
        s.Optional(key) is { } clause ? s.Notes.Cite(clause, control, s.LineOf(key)) : null;
}
