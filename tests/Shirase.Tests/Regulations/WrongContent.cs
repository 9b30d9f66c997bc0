using Xunit;

namespace Shirase.Tests.Regulations;

public sealed class WrongContent
{
    [Fact]
    public void Given_the_sample_When_read_Then_nothing_is_wrong_and_every_part_is_there()
    {
        var reading = SampleFile.Read(SampleFile.Text);

        Assert.Empty(reading.Problems);
        var regulation = reading.Regulation!;
        Assert.Equal("140", regulation.Checks[0].With.Text("max"));
        Assert.Equal(["逮捕", "検挙"], regulation.Checks[1].With.List("list"));
        Assert.Equal((12, 29), regulation.Windows[0].ClosedFrom);
        Assert.Equal(["head"], regulation.Routes[0].Steps[0].Roles);
        Assert.Equal(["s-1", "s-2", "s-3"], regulation.Clauses.Select(c => c.Id));
        Assert.Equal(140, regulation.Number("limit", 0));
    }

    [Theory]
    [InlineData("regulation: sample", "regulation: Sample_1", 1, "名前として使えません")]
    [InlineData("regulation: sample", "regulation: other", 1, "other.yaml")]
    [InlineData("title: {ja: 見本, en: Sample}", "title: {ja: 見本}", 2, "「en」がありません")]
    [InlineData("en: Sample}", "en: Sample, in short}", 2, "引用符で囲んで")]
    [InlineData("title: {ja: 見本, en: Sample}", "title: 見本", 2, "キー: 値")]
    [InlineData("from: 2026-04-01", "from: 2026-02-30", 4, "日付ではありません")]
    [InlineData("from: 2026-04-01", "from: 2026-04-01, to: 2026-03-31", 4, "より前")]
    [InlineData("held_by:", "held_bye:", 8, "もしかして：held_by")]
    [InlineData("held_by: {head_of_unit: true}", "held_by: {head_of_unit: true, min_rank: 警察}", 8, "巡査, 巡査部長")]
    [InlineData("{id: decide, kind: decision,", "{id: decide, kind: decision, all_of: everybody,", 19, "related-heads")]
    [InlineData("{id: decide, kind: decision,", "{id: decide, kind: decision, consult: s-9,", 19, "s-9")]
    [InlineData("value: 140", "value: 百四十", 11, "整数ではありません")]
    [InlineData("unit: characters", "unit: furlongs", 11, "days, working-days")]
    [InlineData("start: \"08:30\"", "start: \"24:30\"", 13, "時刻ではありません")]
    [InlineData("end: \"17:15\"", "end: \"07:15\"", 13, "より前")]
    [InlineData("days: [mon, fri]", "days: [mon, 金]", 13, "mon, tue")]
    [InlineData("days: [mon, fri]", "days: []", 13, "開いている日がありません")]
    [InlineData("from: 12-29", "from: 13-29", 13, "月日ではありません")]
    [InlineData("to: 01-03", "to: 11-03", 13, "開いている日がありません")]
    [InlineData("roles: [head], name: {ja: 決裁", "roles: [chief], name: {ja: 決裁", 19, "「chief」という役割")]
    [InlineData("roles: [head], name: {ja: 決裁", "name: {ja: 決裁", 19, "行為者がいません")]
    [InlineData("kind: publication", "kind: decision", 18, "publication")]
    [InlineData("kind: decision", "kind: decree", 19, "decision, dispatch")]
    [InlineData("id: publish, kind", "id: decide, kind", 20, "19行目にもあります")]
    [InlineData("check: length", "check: lenght", 24, "もしかして：length")]
    [InlineData("with: {max: 'setting:limit'}", "with: {max: 'setting:limits'}", 24, "「limits」という設定値")]
    [InlineData("with: {max: 'setting:limit'}", "with: {max: many}", 24, "整数ではありません")]
    [InlineData("with: {max: 'setting:limit'}", "with: {max: [1, 2]}", 24, "一つの値")]
    [InlineData(", with: {max: 'setting:limit'}", "", 24, "引数「max」が要ります")]
    [InlineData("strict: true", "strict: maybe", 25, "true でも false でもありません")]
    [InlineData("strict: true", "loose: true", 25, "「loose」という引数はありません")]
    [InlineData("list: [逮捕, 検挙]", "list: []", 25, "空です")]
    [InlineData("effect: warn", "effect: block", 25, "refuse, hold")]
    [InlineData("stage: submit", "stage: later", 25, "draft, submit")]
    [InlineData("kinds: [post]", "kinds: [quote]", 24, "post, repost")]
    [InlineData("gate: terminal", "gate: terminus", 27, "という投稿前関門はありません")]
    [InlineData("step: decide, statement", "step: review, statement", 29, "どの経路にもありません")]
    [InlineData("hours: 4}", "hours: -1}", 27, "整数ではありません")]
    [InlineData("clause: s-1, with: {hours", "clause: s-9, with: {hours", 27, "「s-9」という条項")]
    [InlineData("gate:terminal, ", "", 27, "carried_by にありません")]
    [InlineData("verb:approve", "verb:aprove", 37, "もしかして：verb:approve")]
    [InlineData("planned: Text", "planned: Kitchen", 43, "Regulations, Text")]
    [InlineData("kinds: [block]", "kinds: [stop]", 41, "block, warn")]
    [InlineData(", statement: 目的規定", "", 44, "担うものがありません")]
    [InlineData("id: s-3", "id: s-2", 44, "38行目にもあります")]
    [InlineData("ref: ２", "ref:", 39, "空です")]
    public void Given_one_mistake_When_read_Then_its_line_is_named_and_what_to_do(string passage, string instead, int line, string said)
    {
        var reading = SampleFile.With(passage, instead);

        Assert.Null(reading.Regulation);
        Assert.Contains(reading.Problems, p => p.Line == line && p.In("ja").Contains(said, StringComparison.Ordinal));
        Assert.All(reading.Problems, p => Assert.DoesNotMatch("^\\s*$", p.Wrong.Remedy.In("en")));
        Assert.All(reading.Problems, p => Assert.StartsWith("sample.yaml:", p.In("en"), StringComparison.Ordinal));
    }

    [Fact]
    public void Given_many_mistakes_When_read_Then_all_are_told_at_once_in_the_order_of_the_lines()
    {
        var broken = SampleFile.Text
            .Replace("value: 140", "value: x", StringComparison.Ordinal)
            .Replace("check: words", "check: worts", StringComparison.Ordinal)
            .Replace("gate: terminal", "gate: terminus", StringComparison.Ordinal)
            .Replace("planned: Text", "planned: Kitchen", StringComparison.Ordinal)
            .Replace("issuer:", "issuers:", StringComparison.Ordinal);

        var lines = SampleFile.Read(broken).Problems.Select(p => p.Line).ToList();

        Assert.Equal(lines.Order(), lines);
        Assert.Superset(new HashSet<int> { 1, 3, 11, 25, 27, 43 }, lines.ToHashSet());
    }

    [Fact]
    public void Given_ten_thousand_wrong_lines_When_read_Then_the_list_of_problems_has_an_end()
    {
        var rows = Enumerable.Range(0, 10_000).Select(i => $"  - {{id: s-{i}, wrong: [{i}]}}\n");

        var reading = SampleFile.Read(SampleFile.Text[..SampleFile.Text.IndexOf("clauses:", StringComparison.Ordinal)] + "clauses:\n" + string.Concat(rows));

        Assert.Equal(1001, reading.Problems.Count);
        Assert.Contains("1000件を超えた", reading.Problems[^1].In("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_control_characters_in_a_value_When_told_Then_they_are_spelt_out()
    {
        var problem = Assert.Single(SampleFile.With("unit: characters", "unit: \"x\\e[31m\\u202e\"").Problems);

        Assert.Contains("\\u001B[31m\\u202E", problem.In("ja"), StringComparison.Ordinal);
    }
}
