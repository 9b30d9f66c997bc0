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
            HeldBy(s.Has("designated_by") ? s.OptionalChild("held_by") : s.Child("held_by")),
            s.Notes.Cite(s.Text("clause"), "role:" + id, s.LineOf("clause")))
        {
            ActsAs = ActsAs(s),
            DesignatedBy = DesignatedBy(s),
            Drafts = s.Flag("drafts"),
            IsToldOnly = s.Flag("told_only"),
            ExpectedIn = ExpectedIn(s.OptionalChild("expected_in")),
        };
    }

    private static UnitNames? ExpectedIn(Section? s)
    {
        if (s is null)
        {
            return null;
        }

        var names = new UnitNames(s.Optional("ending"), s.Optional("not_ending"));
        s.Close();
        return names;
    }

    private static PostInUnit PostInUnit(Section s) => new(s.Text("ending"), s.Text("post"));

    public static EquivalentPost Equivalent(Section s)
    {
        var post = s.Text("post");
        s.Notes.Claim("equivalent", post, s.LineOf("post"));
        return new EquivalentPost(post, s.OneOf("rank", Words.Ranks), s.Notes.Cite(s.Text("clause"), null, s.LineOf("clause")));
    }

    public static NamedChoice Choice(Section s, string family)
    {
        var id = s.Id();
        s.Notes.Claim(family, id, s.LineOf("id"));
        return new NamedChoice(id, s.Both("name"), s.Notes.Cite(s.Text("clause"), $"{family}:{id}", s.LineOf("clause")));
    }

    /// <summary>An item that the program has a field for; another one could never be filled in.</summary>
    public static NamedChoice PolicyItem(Section s)
    {
        var item = Choice(s, "policy-item");
        if (item.Id.Length > 0 && !Accounts.PolicyItems.Known.Contains(item.Id, StringComparer.Ordinal))
        {
            s.Notes.Add(s.LineOf("id"), Wrongs.NotOneOf("policy_items", item.Id, Accounts.PolicyItems.Known));
        }

        return item;
    }

    private static PostRule HeldBy(Section? s)
    {
        if (s is null)
        {
            return new PostRule(null, null, null, HeadOfUnit: false);
        }

        var rule = new PostRule(s.Optional("unit"), s.Optional("post"), s.Optional("section"), s.Flag("head_of_unit"), s.Flag("own_unit"),
            s.Has("min_rank") ? s.OneOf("min_rank", Words.Ranks) : null)
        {
            ByUnit = s.Each("by_unit", "unit", PostInUnit),
        };
        s.Close();
        return rule;
    }

    private static IReadOnlyList<string> ActsAs(Section s)
    {
        var seats = s.Texts("acts_as");
        foreach (var seat in seats.Where(x => !Words.ProgramSeats.Contains(x.Text, StringComparer.Ordinal)))
        {
            s.Notes.Add(seat.Line, Wrongs.NotOneOf("acts_as", seat.Text, Words.ProgramSeats));
        }

        return [.. seats.Select(x => x.Text)];
    }

    private static string? DesignatedBy(Section s)
    {
        var role = s.Optional("designated_by");
        if (role is not null)
        {
            s.Notes.RolesNamed.Add((role, s.LineOf("designated_by")));
        }

        return role;
    }
}
