using System.Globalization;

namespace Shirase.Core.Regulations;

/// <summary>The parts of a regulation that an amendment may touch, in the order in which the table shows them.</summary>
public enum AmendmentPart
{
    Clause,
    Role,
    Setting,
    Window,
    Step,
    Check,
    Gate,
    Attestation,
}

/// <summary>One line of the comparison (新旧対照表): what stood there, and what is to stand there.</summary>
/// <param name="Part">What kind of thing changed.</param>
/// <param name="Id">Its id in the file; steps as <c>route/step</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Clause">The clause it carries out, by the newer version where both have it.</param>
/// <param name="Before">What the older version says; null when the newer one adds it.</param>
/// <param name="After">What the newer version says; null when it drops it.</param>
public sealed record AmendmentRow(AmendmentPart Part, string Id, Localized Name, string Clause, Localized? Before, Localized? After);

/// <summary>新旧対照表 of two versions of one regulation: only what differs, in the order of the newer one, with what is dropped in its old place.</summary>
public static class AmendmentTable
{
    public static IReadOnlyList<AmendmentRow> Of(Regulation before, Regulation after)
    {
        var rows = new List<AmendmentRow>();
        foreach (var part in Enum.GetValues<AmendmentPart>())
        {
            Compare([.. Entries(before, part)], [.. Entries(after, part)], part, rows);
        }

        return rows;
    }

    private static void Compare(List<Entry> before, List<Entry> after, AmendmentPart part, List<AmendmentRow> rows)
    {
        var next = 0;
        foreach (var entry in after)
        {
            var old = before.FindIndex(e => e.Id == entry.Id);
            for (; next <= old; next++)
            {
                AddDropped(before[next], after, part, rows);
            }

            if (old < 0 || before[old].Says != entry.Says)
            {
                rows.Add(new(part, entry.Id, entry.Name, entry.Clause, old < 0 ? null : before[old].Says, entry.Says));
            }
        }

        for (; next < before.Count; next++)
        {
            AddDropped(before[next], after, part, rows);
        }
    }

    private static void AddDropped(Entry old, List<Entry> after, AmendmentPart part, List<AmendmentRow> rows)
    {
        if (!after.Exists(e => e.Id == old.Id))
        {
            rows.Add(new(part, old.Id, old.Name, old.Clause, old.Says, null));
        }
    }

    private static IEnumerable<Entry> Entries(Regulation r, AmendmentPart part) => part switch
    {
        AmendmentPart.Clause => r.Clauses.Select(c => new Entry(c.Id, new(c.Reference, c.Reference), c.Id, c.Gist)),
        AmendmentPart.Role => r.Roles.Select(o => new Entry(o.Id, o.Name, o.Clause, RuleWords.Holder(o.HeldBy))),
        AmendmentPart.Setting => r.Settings.Select(s => new Entry(s.Id, s.Name, s.Clause, RuleWords.Value(s))),
        AmendmentPart.Window => r.Windows.Select(w => new Entry(w.Id, new(w.Id, w.Id), w.Clause, RuleWords.Hours(w))),
        AmendmentPart.Step => r.Routes.SelectMany(o => o.Steps.Select((s, i) => new Entry(
            $"{o.Id}/{s.Id}", new($"{o.Name.Ja}：{s.Name.Ja}", $"{o.Name.En}: {s.Name.En}"), s.Clause, RuleWords.Step(r, s, i + 1)))),
        AmendmentPart.Check => r.Checks.Select(c => new Entry(c.Id, new(c.Id, c.Id), c.Clause, RuleWords.Check(c))),
        AmendmentPart.Gate => r.Gates.Select((g, i) => new Entry(
            r.Gates.Take(i).Count(o => o.Gate == g.Gate) is var n and > 0 ? string.Create(CultureInfo.InvariantCulture, $"{g.Gate}-{n + 1}") : g.Gate,
            new(g.Gate, g.Gate), g.Clause, RuleWords.Parameters(g.With))),
        _ => r.Attestations.Select(a => new Entry($"{a.Step}/{a.Id}", new(a.Id, a.Id), a.Clause, a.Statement)),
    };

    private sealed record Entry(string Id, Localized Name, string Clause, Localized Says);
}
