using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>The checks as the shipped file puts them to work: which clause speaks, and how hard.</summary>
public sealed class ShippedRules
{
    private static readonly Regulation Gunma =
        RegulationFolder.Load(Repository.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All)).Library.Versions("gunma-police-x")[^1];

    private static readonly Evaluator Evaluator = new(TextChecks.All);

    [Theory]
    [InlineData(130, "", 0)]
    [InlineData(131, "", 2)]
    [InlineData(96, "https://www.police.pref.gunma.jp/", 0)]
    [InlineData(97, "https://www.police.pref.gunma.jp/", 1)]
    [InlineData(118, "npa.go.jp", 0)]
    [InlineData(120, "npa.go.jp", 1)]
    public void gx_13_2_1_Given_the_shipped_file_When_length_is_checked_Then_either_count_refuses(int body, string url, int refusals)
    {
        var findings = Evaluate(Content(new string('あ', body), url))
            .Where(f => f.Clause == "gx-13-2-1")
            .ToList();

        Assert.Equal(refusals, findings.Count);
        Assert.All(findings, f => Assert.Equal(Effect.Refuse, f.Effect));
    }

    [Theory]
    [InlineData("090-0000-0000まで連絡してください。", "pii-mobile-phone", Effect.Hold, "gx-13-3-1")]
    [InlineData("太田市仮沢町一丁目2番3号の住宅で発生しました。", "pii-address-detail", Effect.Warn, "gx-13-3-1")]
    [InlineData("年齢は71歳です。", "pii-age-exact", Effect.Warn, "gx-13-3-1")]
    [InlineData("昭和60年1月2日生の男性です。", "pii-birth-date", Effect.Warn, "gx-13-3-1")]
    [InlineData("車両は群馬 580 あ 00-00です。", "pii-plate", Effect.Hold, "gx-13-3-1")]
    [InlineData("番号は123456789018です。", "pii-mynumber", Effect.Hold, "gx-13-3-1")]
    [InlineData("仮田小学校3年2組の女子児童が声をかけられました。", "victim-identifiable", Effect.Hold, "gx-13-3-1")]
    [InlineData("窃盗の疑いで仮田高校の少年を検挙しました。", "juvenile-identifiable", Effect.Hold, "gx-13-3-1")]
    [InlineData("見かけた方は御家族へ連絡をお願いします。", "contact-not-official", Effect.Warn, "gx-13-3-1")]
    [InlineData("６月12日（木）に行います。", "date-weekday", Effect.Hold, "gx-13-4-3")]
    [InlineData("６月11日に開催します。", "date-past", Effect.Warn, "gx-15-2-1")]
    [InlineData("マル被を捜しています。", "jargon", Effect.Warn, "gx-13-2-2")]
    [InlineData("防犯カメラを確認しました。", "investigation-words", Effect.Refuse, "gx-13-3-2")]
    [InlineData("見本食堂へぜひお越しください。", "advertising", Effect.Hold, "gx-p-4-5")]
    [InlineData("現職の見本候補を応援しましょう。", "political-activity", Effect.Hold, "gx-p-4-3")]
    [InlineData("見本商店は詐欺です。", "defamation", Effect.Hold, "gx-p-4-2")]
    [InlineData("未確認ですが、刃物を持った男がいます。", "unverified-information", Effect.Hold, "gx-p-4-8")]
    [InlineData("捜査員が内偵を進めています。", "investigation-secret", Effect.Hold, "gx-13-3-2")]
    [InlineData("少年を守ろう #援交", "hashtag-platform-risk", Effect.Refuse, "gx-15-2-1")]
    [InlineData("困ったら、#9110へ相談", "hashtag-accidental", Effect.Hold, "gx-13-4-3")]
    [InlineData("電話は027-00-0110です。", "phone-format", Effect.Warn, "gx-13-4-3")]
    [InlineData("速やかに避難してください。", "easy-japanese", Effect.Inform, "gx-13-2-2")]
    public void Given_the_shipped_file_When_a_text_is_found_wrong_Then_clause_and_effect_are_those_of_the_document(
        string body, string check, Effect effect, string clause)
    {
        var finding = Evaluate(Content(body)).First(f => f.Check == check);

        Assert.Equal((effect, clause), (finding.Effect, finding.Clause));
    }

    [Fact]
    public void gx_13_3_2_Given_an_arrest_before_the_release_When_sent_Then_refused_although_it_could_be_filed()
    {
        var content = Content("強盗事件の容疑者を逮捕しました。") with
        {
            PressRelease = "planned",
            Consent = new InvestigationConsent("捜査第一課", "飯塚", At(9)),
        };

        Assert.DoesNotContain(Evaluate(content, Stage.Submit), f => f.Check == "arrest-before-press");
        Assert.Equal(Effect.Refuse, Evaluate(content, Stage.Send).First(f => f.Check == "arrest-before-press").Effect);
    }

    [Fact]
    public void gx_f_1_Given_a_draft_just_opened_When_drafting_Then_missing_entries_are_not_yet_complained_of()
    {
        Assert.DoesNotContain(Evaluate(Content("本文"), Stage.Draft), f => f.Check is "extension-missing" or "content-class");
        Assert.Contains(Evaluate(Content("本文")), f => f.Check == "extension-missing");
    }

    private static IReadOnlyList<Finding> Evaluate(PostContent content, Stage stage = Stage.Submit) =>
        Evaluator.Evaluate(Gunma, new CheckSubject
        {
            Stage = stage,
            Channel = "x",
            Subject = content.Subject,
            Text = ComposedText.Of(content, Gunma.Composition),
            Url = content.Url,
            Now = At(10),
            Content = content,
        });

    private static PostContent Content(string body, string url = "") => new()
    {
        Kind = PostKind.Post,
        Subject = "特殊詐欺に注意",
        Body = body,
        Url = url.Length > 0 ? url : null,
    };

    private static DateTimeOffset At(int hour) => new(2026, 6, 12, hour, 0, 0, TimeSpan.FromHours(9));
}
