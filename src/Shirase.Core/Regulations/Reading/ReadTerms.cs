namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>terms_review</c>: how the terms of a platform's operator are reviewed.</summary>
internal static class ReadTerms
{
    public static TermsRule Rule(Section s)
    {
        var rule = new TermsRule(
            s.Notes.Cite(s.Text("clause"), "verb:review-terms", s.LineOf("clause")),
            s.Notes.Cite(s.Text("given_up"), "verb:review-terms", s.LineOf("given_up")),
            s.Each("points", "point", Point));
        s.Close();
        if (rule.Points.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("points", s.Name));
        }

        return rule;
    }

    private static TermsPoint Point(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("terms point", id, s.LineOf("id"));
        return new(id, s.Both("name"));
    }
}
