namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>account_request</c>: how a unit asks for an account and how platforms are compared.</summary>
internal static class ReadRequests
{
    /// <summary>Ours; the documents rate nothing by number.</summary>
    private const int UsualScale = 5;

    private const int UsualMonths = 12;

    public static AccountRequestRule Rule(Section s)
    {
        var rule = new AccountRequestRule(
            s.Notes.Cite(s.Text("clause"), "verb:request-account", s.LineOf("clause")),
            s.Notes.Cite(s.Text("definition"), "page:platforms", s.LineOf("definition")))
        {
            Usual = s.Optional("usual") ?? "",
            Comparison = s.OptionalChild("comparison") is { } comparison ? Comparison(comparison) : null,
            Plan = s.Optional("plan") is { } plan ? s.Notes.Cite(plan, "record:response-plan", s.LineOf("plan")) : null,
        };
        s.Close();
        if (rule is { Comparison: not null, Usual.Length: 0 })
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("usual", s.Name));
        }

        return rule;
    }

    private static ComparisonRule Comparison(Section s)
    {
        var rule = new ComparisonRule(
            s.Notes.Cite(s.Text("clause"), "verb:sign-comparison", s.LineOf("clause")),
            s.Notes.Cite(s.Text("measures"), "verb:confirm-measure", s.LineOf("measures")),
            s.Number("months", UsualMonths),
            s.Number("scale", UsualScale),
            s.Each("rows", "row", Row));
        s.Close();
        if (rule.Rows.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("rows", s.Name));
        }

        return rule;
    }

    private static RiskRowRule Row(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("risk row", id, s.LineOf("id"));
        return new(id, s.Both("name"));
    }
}
