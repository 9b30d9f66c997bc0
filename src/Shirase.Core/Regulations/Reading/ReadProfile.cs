namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>profile</c>: what the profile of every account has to show.</summary>
internal static class ReadProfile
{
    private static readonly Dictionary<string, ProfileAspect> Aspects = new(StringComparer.Ordinal)
    {
        ["name"] = ProfileAspect.Name,
        ["handle"] = ProfileAspect.Handle,
        ["unit"] = ProfileAspect.Unit,
        ["operator"] = ProfileAspect.Operator,
        ["website"] = ProfileAspect.Website,
        ["policy"] = ProfileAspect.Policy,
        ["text"] = ProfileAspect.Says,
        ["mark"] = ProfileAspect.Mark,
        ["follows-nobody"] = ProfileAspect.FollowsNobody,
    };

    private static readonly Dictionary<string, bool> Modes = new(StringComparer.Ordinal) { ["send-only"] = false, ["community"] = true };

    public static ProfileRule Rule(Section s, IReadOnlyList<NamedChoice> points)
    {
        var id = s.Id();
        s.Notes.Claim("profile", id, s.LineOf("id"));
        var aspect = s.OneOf("shows", Aspects);
        var says = aspect == ProfileAspect.Says ? s.Texts("says") : [];
        if (aspect == ProfileAspect.Says && says.Count == 0)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("says", s.Name));
        }

        var point = s.Optional("point");
        if (point is { Length: > 0 } && !points.Any(p => p.Id == point))
        {
            s.Notes.Add(s.LineOf("point"), Wrongs.NotOneOf("point", point, [.. points.Select(p => p.Id)]));
        }

        return new(
            id, aspect, s.Notes.Cite(s.Text("clause"), "profile:" + id, s.LineOf("clause")), s.Both("name"), [.. says.Select(t => t.Text)],
            point is { Length: > 0 } ? point : null, s.Has("mode") ? s.OneOf("mode", Modes) ? "community" : "send-only" : null, s.Flag("only_proposed"));
    }
}
