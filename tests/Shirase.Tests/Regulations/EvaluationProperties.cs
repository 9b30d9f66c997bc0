using FsCheck;
using FsCheck.Fluent;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>What holds of every draft under every shipped regulation, whatever is written in it.</summary>
public sealed class EvaluationProperties
{
    private static readonly RegulationLibrary Library = RegulationFolder.Load(Repository.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All)).Library;

    private static readonly Evaluator Evaluator = new(TextChecks.All);

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(150);

    // Words that checks know, whole or broken, between words that no check knows
    private static readonly Gen<string> Words = Gen.Elements(
        "交通安全を心掛けましょう。", "６月31日（火）に開催します。", "６月12日（木）午後１時", "090-1234-5678", "027-000-0110", "容疑者を逮捕しました。", "被疑者は逃走中です。",
        "https://x.gd/abc", "https://www.police.pref.gunma.jp/", "http://evil.example/?q=1", "@someone", "＠だれか ", "#交通安全", "【", "】", "①", "㈱", "ｶﾅ", "👨‍👩‍👧", "山田太郎さん（43歳）",
        "前橋市大手町1-1-1", "info@example.jp", "警察官採用試験", "選挙", "バカ", "部外秘", "情 報", "\n", "\u3000", "\u200b", "\0", "\ud842", "がぎぐ", "か\u3099", "1234567890123456")
        .ListOf().Select(parts => string.Concat(parts));

    public static TheoryData<string> Slugs => [.. Library.Slugs];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_any_draft_When_evaluated_twice_Then_the_findings_are_the_same(string slug)
    {
        var regulation = Library.Versions(slug)[^1];
        Holds(regulation, draft => Told(Evaluator.Evaluate(regulation, draft)).SequenceEqual(Told(new Evaluator(TextChecks.All).Evaluate(regulation, draft))));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_any_draft_When_the_checks_of_the_file_stand_in_another_order_Then_the_findings_are_the_same(string slug)
    {
        var regulation = Library.Versions(slug)[^1];
        Prop.ForAll(Drafts(regulation).ToArbitrary(), Gen.Shuffle([.. regulation.Checks]).ToArbitrary(), (draft, checks) =>
            Told(Evaluator.Evaluate(regulation, draft)).SequenceEqual(Told(Evaluator.Evaluate(regulation with { Checks = checks }, draft)))).Check(Config);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_any_draft_When_the_clauses_of_the_file_stand_in_another_order_Then_only_the_order_of_the_findings_differs(string slug)
    {
        var regulation = Library.Versions(slug)[^1];
        Prop.ForAll(Drafts(regulation).ToArbitrary(), Gen.Shuffle([.. regulation.Clauses]).ToArbitrary(), (draft, clauses) =>
            Told(Evaluator.Evaluate(regulation, draft)).Order(StringComparer.Ordinal)
                .SequenceEqual(Told(Evaluator.Evaluate(regulation with { Clauses = clauses }, draft)).Order(StringComparer.Ordinal))).Check(Config);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_any_draft_When_something_is_found_Then_it_cites_a_clause_of_this_document_and_quotes_the_text(string slug)
    {
        var regulation = Library.Versions(slug)[^1];
        var seen = 0;
        Holds(regulation, draft =>
        {
            var findings = Evaluator.Evaluate(regulation, draft);
            seen += findings.Count;
            return findings.All(f => regulation.Clause(f.Clause) is not null && (f.Span is not { } s || f.Text == draft.Text.Substring(s.Start, s.Length)));
        });
        Assert.True(seen > 100, $"Only {seen} findings: the drafts hardly touch the checks.");
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Given_any_draft_When_it_goes_on_to_the_next_stage_Then_what_was_found_is_still_found(string slug)
    {
        var regulation = Library.Versions(slug)[^1];
        Holds(regulation, draft =>
        {
            var after = Told(Evaluator.Evaluate(regulation, draft with { Stage = Stage.Send })).ToHashSet(StringComparer.Ordinal);
            return Told(Evaluator.Evaluate(regulation, draft with { Stage = Stage.Draft })).All(after.Contains);
        });
    }

    private static void Holds(Regulation regulation, Func<CheckSubject, bool> property) => Prop.ForAll(Drafts(regulation).ToArbitrary(), property).Check(Config);

    internal static Gen<CheckSubject> Drafts(Regulation regulation) =>
        from heading in Words
        from body in Words
        from url in Gen.Elements(null, "", "https://x.gd/abc", "http://[broken", "https://www.pref.example.lg.jp/a?b#c")
        from chosen in Gen.Elements("", "no-such", regulation.ContentClasses.Count > 0 ? regulation.ContentClasses[0].Id : "own-activity")
        from stage in Gen.Elements(Stage.Draft, Stage.Submit, Stage.Decide, Stage.Send)
        from kind in Gen.Elements(PostKind.Post, PostKind.Repost)
        from hour in Gen.Choose(0, 24 * 366)
        from released in Gen.Elements("", "true", "false")
        from release in Gen.Elements(null, new ReleaseFacts("", "", "", null, null), new ReleaseFacts("2", "decided", "観交第12号", new(2026, 4, 30), null))
        from website in Gen.Elements(null, new WebsiteFirst(true, ""), new WebsiteFirst(false, ""))
        from care in Gen.Elements(null, new QuoteCare("", "", ""), new QuoteCare("電話で確かめた。", "yes", "本人の同意"))
        select Draft(regulation, new PostContent
        {
            Kind = kind,
            Subject = heading,
            Body = body,
            Url = url,
            ContentClass = chosen,
            Release = release,
            Website = website,
            Care = care,
            Repost = kind == PostKind.Repost ? new("https://x.example/1", "someone", null, null, body, true) : null,
            Necessity = released,
        }, stage, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(9)).AddHours(hour), released);

    private static CheckSubject Draft(Regulation regulation, PostContent content, Stage stage, DateTimeOffset now, string released) => new()
    {
        Stage = stage,
        Channel = "x",
        Kind = content.Kind,
        Subject = content.Subject,
        Text = regulation.Composition is { } composition ? ComposedText.Of(content, composition) : content.Body,
        Url = content.Url,
        Now = now,
        SendAt = now.AddHours(1),
        Category = content.ContentClass,
        Categories = [.. regulation.ContentClasses.Select(c => c.Id)],
        Office = "前橋警察署",
        KnownHosts = ["police.pref.gunma.jp"],
        References = [content.Subject],
        Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["press_released"] = released, ["training"] = released },
        Content = content,
        Repost = content.Kind == PostKind.Repost ? new("someone", null, null, true, released == "true") : null,
    };

    private static IEnumerable<string> Told(IEnumerable<Finding> findings) =>
        findings.Select(f => $"{f.Rule}|{f.Check}|{f.Clause}|{f.Effect}|{f.Message.Ja}|{f.Message.En}|{f.Span}|{f.Text}|{f.Field}|{f.Remedy?.Ja}|{f.Mend}");
}
