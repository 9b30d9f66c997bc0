using FsCheck;
using FsCheck.Fluent;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.Core.Text.Checks;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Regulations.Local;

/// <summary>Whatever stricter rules a body enters under whatever document: nothing that was found is lost, and nothing becomes milder.</summary>
public sealed class StricterProperties
{
    private static readonly Evaluator Evaluator = new(TextChecks.All);

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(60);

    public static TheoryData<string> Slugs => [.. TestStore.Regulations.Slugs];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void is_4_Given_any_stricter_rules_When_any_draft_is_evaluated_Then_every_finding_stands_at_least_as_hard(string slug)
    {
        var document = TestStore.Regulations.Versions(slug)[^1];
        Prop.ForAll(Rules(document).ToArbitrary(), EvaluationProperties.Drafts(document).ToArbitrary(), (rules, draft) =>
        {
            Assert.All(rules, r => Assert.Null(LocalRules.Refuse(document, r)));
            var (local, problems) = TestStore.Regulations.Try(document, rules);
            Assert.Empty(problems);
            var after = Evaluator.Evaluate(local!, draft).Where(f => local!.Clause(f.Clause) is not null).ToList();
            return Evaluator.Evaluate(document, draft)
                .All(before => after.Exists(f => f.Rule == before.Rule && f.Clause == before.Clause && Covers(f.Span, before.Span) && f.Effect >= before.Effect));
        }).Check(Config);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void is_4_Given_any_figure_of_a_document_When_any_number_is_entered_Then_what_stands_is_never_looser(string slug)
    {
        var document = TestStore.Regulations.Versions(slug)[^1];
        Prop.ForAll(Gen.Elements(document.Settings.ToArray()).ToArbitrary(), Gen.Choose(-10, 20_000).ToArbitrary(), (setting, number) =>
            LocalRules.Refuse(document, new SettingValue(setting.Id, number.ToString(System.Globalization.CultureInfo.InvariantCulture))) is not null || setting switch
            {
                // A name is no figure
                { IsDefault: true, Unit: "name" } => true,
                { IsDefault: true } => LocalLimits.Of(setting.Unit) is { } limits && number >= limits.Least && number <= limits.Most,
                { Stricter: Stricter.Higher } => number >= document.Number(setting.Id, 0),
                { Stricter: Stricter.Lower } => number <= document.Number(setting.Id, 0),
                _ => false,
            }).Check(Config);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void is_4_Given_every_check_and_gate_of_a_document_When_left_out_or_weakened_Then_refused_with_its_clause(string slug)
    {
        var document = TestStore.Regulations.Versions(slug)[^1];
        Assert.All(document.Gates, g => Assert.NotNull(document.Clause(LocalRules.Refuse(document, new WithoutControl("gate:" + g.Gate))?.Clause ?? "")));
        Assert.All(document.Checks, c => Assert.NotNull(document.Clause(LocalRules.Refuse(document, new WithoutControl("check:" + c.Id))?.Clause ?? "")));
        Assert.All(
            document.Checks.Where(c => c.Effect > Effect.Inform),
            c => Assert.Equal(c.Clause, Assert.IsType<LooserThanDocument>(LocalRules.Refuse(document, new StrongerCheck(c.Id, Effect.Inform))).Clause));
    }

    // Less room for words marks more of them
    private static bool Covers(TextSpan? after, TextSpan? before) =>
        (after is null && before is null) || (after is { } a && before is { } b && a.Start <= b.Start && a.End >= b.End);

    // What only adds: harder effects, words, and figures of the document moved the way its file allows
    private static Gen<LocalRule[]> Rules(Regulation document)
    {
        LocalRule[] harder =
        [
            .. from check in document.Checks from effect in new[] { Effect.Warn, Effect.Hold, Effect.Refuse } where effect > check.Effect select new StrongerCheck(check.Id, effect),
            .. from setting in document.Settings where setting.Stricter is not null
               let given = document.Number(setting.Id, 0)
               select new SettingValue(setting.Id, (setting.Stricter == Stricter.Higher ? given + 5 : given / 2).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new ListedWords("local-words", ["交通", "！", "a"], Effect.Refuse, document.Clauses[0].Id, new("言い換えてください。", "Reword it.")),
            new FurtherConfirmation("local-sentence", new("確かめた。", "Looked at."), document.Clauses[^1].Id, false),
        ];
        return Gen.SubListOf(harder).Select(some => some.GroupBy(r => r.Key).Select(g => g.First()).ToArray());
    }
}
