using Shirase.Core.Regulations.Reading;

namespace Shirase.Core.Regulations.Local;

/// <summary>
/// Writes local rules into the tree of a document, so that they are read, resolved and validated by the same code as the document
/// itself and nothing in the program has to know where a figure came from.
/// </summary>
internal static class LocalTree
{
    /// <param name="rules">Rules that <see cref="LocalRules"/> let through, in the order in which they were entered.</param>
    public static MapNode With(MapNode document, IEnumerable<LocalRule> rules) => rules.Aggregate(document, With);

    private static MapNode With(MapNode document, LocalRule rule) => rule switch
    {
        SettingValue v => Alter(document, "settings", v.Subject, item => Set(item, "value", Text(v.Text))),
        WindowHours h => Alter(document, "windows", h.Subject, item => Set(Set(item, "start", Time(h.Start)), "end", Time(h.End))),
        StrongerCheck c => Alter(document, "checks", c.Subject, item => Set(item, "effect", Text(Word(c.Effect)))),
        ListedWords w => Cite(Append(document, "checks", Check(w)), w.Clause, "check:" + w.Subject),
        FurtherConfirmation f => Cite(Append(document, "attestations", Attestation(f)), f.Clause, "attestation:" + f.Subject),
        _ => document,
    };

    private static MapNode Check(ListedWords w) => Map(
        ("id", Text(w.Subject)),
        ("check", Text("listed-words")),
        ("stage", Text("draft")),
        ("effect", Text(Word(w.Effect))),
        ("clause", Text(w.Clause)),
        ("with", Map(
            ("words", new ListNode([.. w.Words.Select(Text)], 0)),
            ("says", Text(w.Says.Ja)),
            ("says_en", Text(w.Says.En)))));

    private static MapNode Attestation(FurtherConfirmation f) => Map(
        ("id", Text(f.Subject)),
        ("step", Text("application")),
        ("statement", Map(("ja", Text(f.Statement.Ja)), ("en", Text(f.Statement.En)))),
        ("clause", Text(f.Clause)),
        ("other_than_author", Text(f.OtherThanAuthor ? "true" : "false")));

    // A control that cites a clause must be listed there
    private static MapNode Cite(MapNode document, string clause, string control) => Alter(
        document, "clauses", clause,
        item => Set(item, "carried_by", new ListNode([.. Listed(Of(item, "carried_by")), Text(control)], item.Line)));

    private static IEnumerable<SourceNode> Listed(SourceNode? node) => node is ListNode list ? list.Items : node is null ? [] : [node];

    private static MapNode Alter(MapNode document, string list, string id, Func<MapNode, MapNode> alter) => Of(document, list) is ListNode items
        ? Set(document, list, items with { Items = [.. items.Items.Select(i => i is MapNode item && IdOf(item) == id ? alter(item) : i)] })
        : document;

    private static MapNode Append(MapNode document, string list, MapNode item) =>
        Set(document, list, new ListNode([.. Listed(Of(document, list)), item], document.Line));

    private static MapNode Set(MapNode map, string key, SourceNode value) => map.Entries.Any(e => e.Key == key)
        ? map with { Entries = [.. map.Entries.Select(e => e.Key == key ? e with { Value = value } : e)] }
        : map with { Entries = [.. map.Entries, new MapEntry(key, map.Line, value)] };

    private static SourceNode? Of(MapNode map, string key) => map.Entries.FirstOrDefault(e => e.Key == key)?.Value;

    // A check without an id of its own goes by its name
    private static string? IdOf(MapNode item) => (Of(item, "id") ?? Of(item, "check")) is ScalarNode id ? id.Text : null;

    private static string Word(Effect effect) => Words.Effects.First(w => w.Value == effect).Key;

    private static ScalarNode Time(TimeOnly time) => Text(time.ToString("HH\\:mm", System.Globalization.CultureInfo.InvariantCulture));

    private static ScalarNode Text(string text) => new(text, 0);

    private static MapNode Map(params (string Key, SourceNode Value)[] entries) => new([.. entries.Select(e => new MapEntry(e.Key, 0, e.Value))], 0);
}
