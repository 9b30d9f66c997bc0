namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>start_of_use</c>: what has to be there before a new account is used.</summary>
internal static class ReadStart
{
    public static StartRule Rule(Section s)
    {
        var rule = new StartRule(
            s.Notes.Cite(s.Text("senders"), "verb:start-use", s.LineOf("senders")),
            s.Each("points", "point", Point));
        s.Close();
        return rule;
    }

    private static StartPoint Point(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("start point", id, s.LineOf("id"));
        return new(id, s.Notes.Cite(s.Text("clause"), "verb:start-use", s.LineOf("clause")), s.Both("name"), s.Both("ask"));
    }
}
