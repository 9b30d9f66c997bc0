namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>roles</c> and the lists to choose from.</summary>
internal static class ReadPeople
{
    public static RegulationRole Role(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("role", id, s.LineOf("id"));
        return new RegulationRole(
            id,
            s.Both("name"),
            HeldBy(s.Child("held_by")),
            s.Notes.Cite(s.Text("clause"), "role:" + id, s.LineOf("clause")));
    }

    public static NamedChoice Choice(Section s, string family)
    {
        var id = s.Id();
        s.Notes.Claim(family, id, s.LineOf("id"));
        return new NamedChoice(id, s.Both("name"), s.Notes.Cite(s.Text("clause"), $"{family}:{id}", s.LineOf("clause")));
    }

    private static PostRule HeldBy(Section? s)
    {
        if (s is null)
        {
            return new PostRule(null, null, null, HeadOfUnit: false);
        }

        var rule = new PostRule(s.Optional("unit"), s.Optional("post"), s.Optional("section"), s.Flag("head_of_unit"), s.Flag("own_unit"));
        s.Close();
        return rule;
    }
}
