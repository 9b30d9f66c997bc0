using Shirase.Core.Posts;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class Entries
{
    [Fact]
    public void gx_9_1_Given_no_class_of_content_When_checked_Then_the_field_is_named()
    {
        Assert.Equal("class", Assert.Single(Ask("content-class", Subject(new PostContent()))).Field);
        Assert.Equal("class", Assert.Single(Ask("content-class", Subject(new PostContent { ContentClass = "other" }))).Field);
        Assert.Empty(Ask("content-class", Subject(new PostContent { ContentClass = "own-activity" })));
    }

    [Fact]
    public void is_t_1_3_b_Given_a_class_that_the_published_policy_dropped_When_checked_Then_another_one_is_asked_for()
    {
        var subject = Subject(new PostContent { ContentClass = "traffic-accident" }) with { Categories = ["nearby-crime", "other"] };

        Assert.Contains("公表した運用ポリシーにありません", Assert.Single(Ask("content-class", subject)).Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("content-class", Subject(new PostContent { ContentClass = "other" }) with { Categories = ["nearby-crime", "other"] }));
    }

    [Fact]
    public void to_5_1_a_2_Given_categories_of_the_policy_When_none_or_another_is_chosen_Then_one_of_them_is_asked_for()
    {
        Assert.Equal("category", Assert.Single(Ask("policy-category-missing", In(null, ["観光", "特産品"]))).Field);
        Assert.Empty(Ask("policy-category-missing", In("観光", ["観光", "特産品"])));
        Assert.Contains("「観光」", Assert.Single(Ask("policy-category-missing", In("観光", ["観光"], ["防災"]))).Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("policy-category-missing", In(PostContent.OutsidePolicy, ["観光"])));
        Assert.Empty(Ask("policy-category-missing", In(null)));

        static Core.Regulations.CheckSubject In(string? category, params string[][] policies) => Subject(new PostContent { Category = category }) with { PolicyCategories = policies };
    }

    [Fact]
    public void ok_4_3_u_2_Given_what_the_policy_does_not_name_When_checked_Then_a_reason_is_asked()
    {
        Assert.Equal("category", Assert.Single(Ask("policy-category", Subject(new PostContent { Category = PostContent.OutsidePolicy }))).Field);
        Assert.Empty(Ask("policy-category", Subject(new PostContent { Category = "観光" })));
        Assert.Empty(Ask("policy-category", Subject(new PostContent())));
    }

    [Fact]
    public void gx_9_2_Given_another_body_s_activity_without_body_and_source_When_checked_Then_both_are_missed()
    {
        var content = new PostContent { ContentClass = "public-body-activity" };

        Assert.Equal(["public-body", "source"], Ask("public-body-source", Subject(content)).Select(h => h.Field));
        Assert.Empty(Ask("public-body-source", Subject(content with { PublicBody = Guid.NewGuid(), ActivityOrSource = "報道資料" })));
        Assert.Empty(Ask("public-body-source", Subject(new PostContent { ContentClass = "own-activity" })));
    }

    [Fact]
    public void gx_f_1_Given_no_extension_When_checked_Then_it_is_missed()
    {
        Assert.Equal("extension", Assert.Single(Ask("extension-missing", Subject(new PostContent { Extension = " " }))).Field);
        Assert.Empty(Ask("extension-missing", Subject(new PostContent { Extension = "2315" })));
    }

    [Fact]
    public void gx_13_4_2_Given_neither_a_document_nor_none_When_checked_Then_refused()
    {
        var document = new RelatedDocument("press-release", "広報1号", "");

        Assert.Equal("related", Assert.Single(Ask("related-documents", Subject(new PostContent()))).Field);
        Assert.Empty(Ask("related-documents", Subject(new PostContent { NoRelatedDocuments = true })));
        Assert.Empty(Ask("related-documents", Subject(new PostContent { RelatedDocuments = [document] })));
    }

    [Theory]
    [InlineData("６月13日に開きます", "6月12日（金）開催", "６月13日")]
    [InlineData("午後1時から", "13:30開始", "午後1時")]
    [InlineData("電話027-000-0110", "連絡先 ０２７－０００－０１１１", "027-000-0110")]
    [InlineData("りんご500個が", "りんご約５５０個", "500個")]
    public void gx_13_4_2_Given_a_press_release_that_says_otherwise_When_checked_Then_the_difference_is_listed(
        string body, string document, string words)
    {
        var content = new PostContent { RelatedDocuments = [new RelatedDocument("press-release", "広報1号", document)] };

        var hit = Assert.Single(Ask("reference-difference", Subject(content, body)));

        Assert.Equal(words, hit.Words(body));
        Assert.Contains("食い違って", hit.Message.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("６月12日の午後１時30分、3名、027-000-0110", "6月12日 13:30 ３人 027(000)0110")]
    [InlineData("６月12日に開きます", "日時は未定")]
    [InlineData("日時は未定", "６月12日")]
    public void gx_13_4_2_Given_documents_that_agree_When_checked_Then_fine(string body, string document) =>
        Assert.Empty(Ask("reference-difference", Subject(body) with { References = [document] }));

    [Fact]
    public void gx_10_2_2_Given_a_reason_of_two_characters_When_checked_Then_twenty_are_asked_for()
    {
        var content = new PostContent { Ground = "other-immediate", GroundReason = "急ぎ" };

        var hit = Assert.Single(Ask("ground-reason", Subject(content)));

        Assert.Contains("20文字以上", hit.Remedy!.Ja, StringComparison.Ordinal);
        Assert.Contains("at least 20", hit.Remedy.En, StringComparison.Ordinal);
        Assert.Empty(Ask("ground-reason", Subject(content with { GroundReason = "土砂崩れの恐れがあり朝まで待つと避難が遅れる" })));
        Assert.Empty(Ask("ground-reason", Subject(content), ("min", ["2"])));
        Assert.Empty(Ask("ground-reason", Subject(new PostContent())));
    }

    [Fact]
    public void gx_10_2_1_Given_a_serious_crime_without_the_facts_When_checked_Then_each_is_asked_for()
    {
        var content = new PostContent { Ground = "serious-crime" };
        var facts = new CaseFacts("強盗の発生", Now, "捜査第一課", false);

        Assert.Equal(3, Ask("ground-reason", Subject(content)).Count);
        Assert.Contains("認知日時", Assert.Single(Ask("ground-reason", Subject(content with { Case = facts with { RecognisedAt = null } }))).Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("ground-reason", Subject(content with { Case = facts })));
    }

    [Fact]
    public void gx_13_3_2_Given_an_arrest_without_consent_and_press_state_When_checked_Then_both_fields_are_named()
    {
        const string Text = "【検挙】\n被疑者を逮捕しました";
        var consent = new InvestigationConsent("捜査第一課", "飯塚", Now);

        Assert.Equal(["consent", "press"], Ask("investigation-words", Subject(new PostContent(), Text)).Select(h => h.Field));
        Assert.Equal("press", Assert.Single(Ask("investigation-words", Subject(new PostContent { Consent = consent }, Text))).Field);
        Assert.Empty(Ask("investigation-words", Subject(new PostContent { Consent = consent, PressRelease = "planned" }, Text)));
        Assert.Empty(Ask("investigation-words", Subject(new PostContent(), "【交通安全】\n止まりましょう")));
        Assert.Empty(Ask("investigation-words", Subject(new PostContent(), Text), ("words", ["密行"])));
    }

    [Fact]
    public void gx_13_3_2_Given_an_arrest_post_before_the_planned_release_When_checked_Then_it_is_not_yet_due()
    {
        var content = new PostContent { PressRelease = "planned" };

        var hit = Assert.Single(Ask("arrest-before-press", Subject(content, "被疑者の逮捕について")));

        Assert.StartsWith("報道発表が未了です", hit.Message.Ja, StringComparison.Ordinal);
        Assert.Empty(Ask("arrest-before-press", Subject(content with { PressRelease = "made" }, "被疑者の逮捕について")));
        Assert.Empty(Ask("arrest-before-press", Subject(content with { PressRelease = "none" }, "被疑者を逮捕しました")));
        Assert.Single(Ask("arrest-before-press", Subject("男を逮捕しました")));
        Assert.Empty(Ask("arrest-before-press", Subject("男を逮捕しました") with { Facts = new Dictionary<string, string> { ["press_released"] = "true" } }));
        Assert.Empty(Ask("arrest-before-press", Subject("飲酒運転は検挙されます")));
    }
}
