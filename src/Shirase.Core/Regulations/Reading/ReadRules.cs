using System.Globalization;

namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>compose</c>, <c>checks</c>, <c>gates</c> and <c>attestations</c>.</summary>
internal static class ReadRules
{
    private const string PolicyGate = "public-policy";

    public static Composition? Composition(Section s)
    {
        var heading = s.Child("heading");
        s.Close();
        if (heading is null)
        {
            return null;
        }

        var composition = new Composition(
            heading.Text("open"),
            heading.Text("close"),
            heading.Notes.Cite(heading.Text("clause"), "compose:heading", heading.LineOf("clause")));
        heading.Close();
        return composition;
    }

    public static CheckRule Check(Section s)
    {
        var check = s.Text("check");
        var id = s.AsId("id", s.Optional("id") ?? check);
        s.Notes.Claim("check", id, s.LineOf(s.Has("id") ? "id" : "check"));
        var with = s.OptionalChild("with");
        var specs = s.Notes.Vocabulary.Checks.GetValueOrDefault(check);
        if (specs is null && check.Length > 0)
        {
            s.Notes.Add(s.LineOf("check"), Wrongs.UnknownCheck(check, [.. s.Notes.Vocabulary.Checks.Keys.Order(StringComparer.Ordinal)]));
        }

        var kinds = s.Texts("kinds");
        foreach (var kind in kinds.Where(k => !Words.PostKinds.Contains(k.Text, StringComparer.Ordinal)))
        {
            s.Notes.Add(kind.Line, Wrongs.NotOneOf("kinds", kind.Text, Words.PostKinds));
        }

        return new CheckRule(
            id,
            check,
            With(s, with, check, specs),
            s.OneOf("stage", Words.Stages),
            s.OneOf("effect", Words.Effects),
            s.Notes.Cite(s.Text("clause"), "check:" + id, s.LineOf("clause")),
            [.. kinds.Select(k => k.Text)],
            By(s));
    }

    private static string? By(Section s)
    {
        if (s.Optional("by") is not { Length: > 0 } role)
        {
            return null;
        }

        s.Notes.RolesNamed.Add((role, s.LineOf("by")));
        return role;
    }

    /// <summary>A check that a ground of a path must pass; what it finds closes the path and refuses nothing.</summary>
    public static CheckRule Criterion(Section s, string ground)
    {
        var check = s.Text("check");
        var specs = s.Notes.Vocabulary.Checks.GetValueOrDefault(check);
        if (specs is null && check.Length > 0)
        {
            s.Notes.Add(s.LineOf("check"), Wrongs.UnknownCheck(check, [.. s.Notes.Vocabulary.Checks.Keys.Order(StringComparer.Ordinal)]));
        }

        return new CheckRule(
            ground, check, With(s, s.OptionalChild("with"), check, specs), Stage.Draft, Effect.Inform,
            s.Notes.Cite(s.Text("clause"), "ground:" + ground, s.LineOf("clause")), []);
    }

    public static GateRule Gate(Section s)
    {
        var gate = s.Text("gate");
        s.Notes.Claim("gate", gate, s.LineOf("gate"));
        var with = s.OptionalChild("with");
        var specs = s.Notes.Vocabulary.Gates.GetValueOrDefault(gate);
        if (specs is null && gate.Length > 0)
        {
            s.Notes.Add(s.LineOf("gate"), Wrongs.UnknownGate(gate, [.. s.Notes.Vocabulary.Gates.Keys]));
        }

        if (gate == PolicyGate)
        {
            s.Notes.PolicyAsked = s.LineOf("gate");
        }

        return new GateRule(
            gate, With(s, with, gate, specs), s.Notes.Cite(s.Text("clause"), "gate:" + gate, s.LineOf("clause")));
    }

    public static ReadingRule Reading(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("reading", id, s.LineOf("id"));
        if (!s.Has("sentences"))
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("sentences", s.Name));
        }

        return new ReadingRule(
            id,
            s.Notes.Cite(s.Text("clause"), "reading:" + id, s.LineOf("clause")),
            s.Both("name"),
            s.Each("sentences", "sentence", x => new ReadingSentence(x.Notes.Cite(x.Text("clause"), "reading:" + id, x.LineOf("clause")), x.Both("text"))),
            Math.Max(1, s.Number("months", 12)),
            s.Number("remind", 30),
            s.Date("from", required: false) ?? DateOnly.MinValue,
            s.Flag("before_drafting"));
    }

    public static Attestation Attestation(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("attestation", id, s.LineOf("id"));
        var step = s.Text("step");
        if (step is not ("" or "application"))
        {
            s.Notes.StepsNamed.Add((step, s.LineOf("step")));
        }

        return new Attestation(
            id,
            step,
            s.Both("statement"),
            s.Notes.Cite(s.Text("clause"), "attestation:" + id, s.LineOf("clause")),
            s.Flag("other_than_author"),
            s.Has("group") ? s.Both("group") : null);
    }

    private static Parameters With(Section owner, Section? with, string name, IReadOnlyList<ParameterSpec>? specs)
    {
        if (specs is null)
        {
            return Parameters.None;
        }

        foreach (var spec in specs.Where(p => p.Required && with?.Has(p.Name) is not true))
        {
            owner.Notes.Add(with?.Line ?? owner.Line, Wrongs.MissingParameter(spec, name));
        }

        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in with?.Entries ?? [])
        {
            if (specs.FirstOrDefault(p => p.Name == entry.Key) is { } spec)
            {
                values[entry.Key] = [.. with!.Texts(entry.Key).Select(t => owner.Notes.Resolve(t.Text, t.Line))];
                CheckType(with, spec, entry, values[entry.Key]);
            }
            else
            {
                owner.Notes.Add(entry.Line, Wrongs.UnknownParameter(entry.Key, name, [.. specs.Select(p => p.Name)]));
            }
        }

        return new Parameters(values);
    }

    private static void CheckType(Section with, ParameterSpec spec, MapEntry entry, IReadOnlyList<string> values)
    {
        if (spec.Kind != ParameterKind.List && entry.Value is not ScalarNode)
        {
            with.Notes.Add(entry.Line, Wrongs.NotAText(spec.Name));
        }
        else if (values.Count == 0)
        {
            with.Notes.Add(entry.Line, Wrongs.Empty(spec.Name));
        }
        else if (spec.Kind == ParameterKind.Number && !int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            with.Notes.Add(entry.Line, Wrongs.NotANumber(spec.Name, values[0]));
        }
        else if (spec.Kind == ParameterKind.Flag && values[0] is not ("true" or "false"))
        {
            with.Notes.Add(entry.Line, Wrongs.NotAFlag(spec.Name, values[0]));
        }
    }
}
