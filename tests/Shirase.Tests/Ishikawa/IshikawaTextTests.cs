using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Core.Text.Checks;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>石川: what its checks say of a text, each under the document's own clause.</summary>
public sealed class IshikawaTextTests
{
    private static readonly Regulation Rules = TestStore.Regulations.InForce("ishikawa-police-sns", new DateOnly(2026, 6, 18))!;
    private static readonly Evaluator Evaluator = new(TextChecks.All);

    [Theory]
    [InlineData("@taro_kaga ご質問の件ですが、お答えします。")]
    [InlineData("＠taro_kaga ご質問の件ですが、お答えします。")]
    public void is_3_5_b_Given_a_text_that_answers_somebody_When_checked_Then_refused(string text)
    {
        var finding = One(text, "reply-prohibited", "is-3-5-b");

        Assert.Equal(Effect.Refuse, finding.Effect);
        Assert.Contains("リプライは行わない", finding.Message.Ja, StringComparison.Ordinal);
        Assert.Contains("窓口", finding.Remedy!.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void is_3_5_b_Given_a_text_that_settles_a_flare_up_When_prepared_Then_it_can_only_stand_for_itself()
    {
        Assert.DoesNotContain(typeof(Delivery).GetProperties().Concat(typeof(PostContent).GetProperties()), p => p.Name is "ReplyTo" or "InReplyTo" or "To");
        Assert.Equal(["Post", "Repost"], Enum.GetNames<PostKind>());
        Assert.Equal(Effect.Refuse, One("", "repost-off", "is-3-5-a", PostKind.Repost).Effect);
    }

    [Fact]
    public void is_3_5_a_Given_a_repost_When_checked_Then_refused_and_an_own_post_is_not()
    {
        Assert.Equal(Effect.Refuse, One("", "repost-off", "is-3-5-a", PostKind.Repost).Effect);
        Assert.DoesNotContain(Of("横断歩道では歩行者が優先です。"), f => f.Clause == "is-3-5-a");
    }

    [Theory]
    [InlineData("詳しくは https://bit.ly/3abc を御覧ください。")]
    [InlineData("詳しくは https://forms.gle/abc を御覧ください。")]
    [InlineData("動画は https://youtu.be/abc です。")]
    public void is_3_7_Given_a_shortened_address_When_checked_Then_refused(string text) =>
        Assert.Equal(Effect.Refuse, One(text, "url-shortener", "is-3-7").Effect);

    [Fact]
    public void is_3_7_Given_the_full_address_When_checked_Then_nothing_is_found() =>
        Assert.DoesNotContain(Of("https://www2.police.pref.ishikawa.lg.jp/trafic/ を御覧ください。"), f => f.Clause == "is-3-7");

    [Fact]
    public void is_3_4_b_Given_an_address_and_a_name_When_checked_Then_both_are_flagged_until_a_reason_is_given()
    {
        var found = Of("金沢市広坂1-2-3 山田太郎さんが受賞しました。").Where(f => f.Clause == "is-3-4-b").ToList();

        Assert.Equal(["pii-address-detail", "pii-name"], found.Select(f => f.Rule).Order(StringComparer.Ordinal));
        Assert.All(found, f => Assert.Equal(Effect.Warn, f.Effect));
        Assert.Equal("広坂1-2-3", found.Single(f => f.Rule == "pii-address-detail").Text);
    }

    [Theory]
    [InlineData("金沢市広坂１－２－３で火災がありました。")]
    [InlineData("小松市園町2丁目5番10の住宅")]
    [InlineData("白山市倉光2番地")]
    public void is_3_4_b_Given_an_address_in_other_spellings_When_checked_Then_it_is_found(string text) =>
        Assert.Equal(Effect.Warn, One(text, "pii-address-detail", "is-3-4-b").Effect);

    [Theory]
    [InlineData("金沢市内で交通事故が2件発生しました。")]
    [InlineData("令和8年6月18日、県庁前で街頭活動を行います。")]
    [InlineData("市町村10団体が参加します。")]
    public void is_3_4_b_Given_a_place_without_a_number_When_checked_Then_nothing_is_found(string text) =>
        Assert.DoesNotContain(Of(text), f => f.Rule == "pii-address-detail");

    [Theory]
    [InlineData("部外秘の資料から抜粋")]
    [InlineData("取扱注意の内容です")]
    public void is_3_10_Given_a_mark_of_secrecy_in_the_text_When_checked_Then_the_question_is_raised(string text)
    {
        var finding = One(text, "secrecy-marks", "is-3-10");

        Assert.Equal(Effect.Warn, finding.Effect);
        Assert.Contains("要機密情報は扱えません", finding.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void is_t_1_3_c_Given_an_event_without_a_day_When_filed_Then_a_warning_asks_for_it()
    {
        var finding = One("交通安全フェアを開きます。", "date-missing", "is-t-1-3-c", category: "events");
        Assert.Equal(("開催日時がありません。", Effect.Warn), (finding.Message.Ja, finding.Effect));
        Assert.DoesNotContain(Of("7月4日（土）に交通安全フェアを開きます。", category: "events"), f => f.Rule == "date-missing");
        Assert.DoesNotContain(Of("夕暮れ時は反射材を。", category: "traffic-accident"), f => f.Rule == "date-missing");
    }

    [Fact]
    public void is_t_3_6_Given_a_shops_sale_price_in_an_own_draft_When_checked_Then_a_reason_is_asked() =>
        Assert.Equal(Effect.Warn, One("本日は反射材が特価です。", "trade-words", "is-t-3-6").Effect);

    [Fact]
    public void is_t_3_7_Given_a_candidate_in_an_own_draft_When_checked_Then_it_is_flagged() =>
        Assert.Equal(Effect.Warn, One("候補者の街頭演説があります。", "political-words", "is-t-3-7").Effect);

    [Fact]
    public void is_t_2_1_a_Given_a_weekday_that_does_not_fit_When_checked_Then_a_reason_is_asked() =>
        Assert.Equal(Effect.Warn, One("6月20日（日）に街頭活動を行います。", "date-weekday", "is-t-2-1-a").Effect);

    [Theory]
    [InlineData("is-t-1-3-a", "nearby-crime", "身近な犯罪の発生・対策")]
    [InlineData("is-t-1-3-b", "traffic-accident", "交通事故の発生・対策")]
    [InlineData("is-t-1-3-c", "events", "各種啓発イベント")]
    public void is_t_1_3_a_Given_the_classes_of_the_policy_When_one_drafts_Then_they_and_no_others_are_offered(string clause, string id, string name)
    {
        var offered = Assert.Single(Rules.ContentClasses, c => c.Id == id);

        Assert.Equal((name, clause), (offered.Name.Ja, offered.Clause));
        Assert.Contains(Of("本文", category: "own-activity"), f => f is { Rule: "content-class", Clause: "is-2-4-a" });
        Assert.DoesNotContain(Of("本文", category: id), f => f.Rule == "content-class");
    }

    [Fact]
    public void is_t_1_3_b_Given_the_classes_of_the_policy_When_one_is_not_among_them_Then_it_is_refused() =>
        Assert.Contains(Of("本文", category: "lost-property"), f => f is { Rule: "content-class", Effect: Effect.Refuse, Clause: "is-2-4-a" });

    [Fact]
    public void is_t_1_4_Given_the_hours_the_policy_promises_When_read_Then_they_are_weekdays_from_nine_to_five_and_the_working_hours_are_others()
    {
        var (promised, working) = (Rules.Window("policy-hours")!, Rules.Window("office-hours")!);

        Assert.True(promised.Contains(At(9, 0)) && promised.Contains(At(17, 0)));
        Assert.False(promised.Contains(At(8, 40)) || promised.Contains(At(17, 5)));
        Assert.True(working.Contains(At(8, 40)) && working.Contains(At(17, 5)));
        Assert.False(promised.IsDefault);
        Assert.True(working.IsDefault);
    }

    [Theory]
    [InlineData("端末のパスワードは Noto#2026 です。")]
    [InlineData("ID：ishikawa01")]
    public void is_3_3_Given_the_accounts_password_in_a_draft_When_checked_Then_refused(string text) =>
        Assert.Equal(Effect.Refuse, Of(text).First(f => f is { Rule: "credential-leak", Clause: "is-3-3" }).Effect);

    [Fact]
    public void is_3_6_Given_the_contract_of_all_channels_When_its_members_are_listed_Then_none_writes_to_a_particular_party()
    {
        var members = typeof(IChannel).Assembly.GetTypes().Where(t => t.IsInterface && typeof(IChannel).IsAssignableFrom(t))
            .SelectMany(c => c.GetMethods()).Select(m => m.Name).ToList();

        Assert.Contains("PublishAsync", members);
        Assert.DoesNotContain(members, m => m.Contains("Message", StringComparison.Ordinal) || m.Contains("Direct", StringComparison.Ordinal) || m.Contains("Reply", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(Delivery).GetProperties(), p => p.Name is "To" or "ReplyTo" or "InReplyTo");
    }

    [Fact]
    public void is_3_5_a_Given_what_people_can_do_When_the_verbs_are_listed_Then_none_follows_likes_or_asks()
    {
        Assert.DoesNotContain(KnownControls.Verbs, v => v is "follow" or "like" or "poll" or "reply" or "message");
        Assert.Contains("construction:no-follow", Rules.Clause("is-3-5-a")!.CarriedBy);
    }

    [Fact]
    public void is_2_4_d_Given_a_form_and_a_text_When_compared_Then_only_what_was_added_is_pointed_at()
    {
        const string form = "{日時}、{場所}で事故。注意してください。";

        Assert.Equal("/", Compared(form, "6月1日、金沢市で事故。注意してください。"));
        Assert.Equal("逃走中。/", Compared(form, "6月1日、金沢市で事故。注意してください。逃走中。"));
        Assert.Equal("。逃走中/", Compared(form, "6月1日、金沢市。逃走中で事故。注意してください。"));
        Assert.Equal("/で事故。注意してください。", Compared(form, "6月1日、金沢市"));
        Assert.Equal($"{new string('あ', 20)}/", Compared(form, $"6月1日、{new string('あ', 60)}で事故。注意してください。"));
    }

    [Fact]
    public void is_t_3_3_Given_an_image_without_its_rights_When_filed_Then_refused() =>
        Assert.Equal(Effect.Refuse, Evaluator.Evaluate(Rules, Subject("本文") with
        {
            Media = [new MediaItem(Guid.NewGuid(), "00", "image/png", "説明")],
        }).First(f => f.Rule == "media-rights").Effect);

    [Fact]
    public void Given_any_finding_of_this_document_When_it_cites_Then_the_clause_is_its_own() =>
        Assert.All(
            Of("@a 金沢市広坂1-2-3 山田太郎さん 部外秘 特価 候補者 https://bit.ly/3abc 6月20日（日） 090-1234-5678 a@example.jp"),
            f => Assert.NotNull(Rules.Clause(f.Clause)));

    private static string Compared(string form, string text)
    {
        var (added, missing) = FormComparison.Compare(form, text);
        return $"{string.Join('|', added.Select(s => text.Substring(s.Start, s.Length)))}/{string.Join('|', missing)}";
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 6, 18, hour, minute, 0, JapanTime.Offset);

    private static Finding One(string text, string rule, string clause, PostKind kind = PostKind.Post, string category = "traffic-accident")
    {
        var finding = Assert.Single(Of(text, kind, category), f => f.Rule == rule);
        Assert.Equal(clause, finding.Clause);
        return finding;
    }

    private static IReadOnlyList<Finding> Of(string text, PostKind kind = PostKind.Post, string category = "traffic-accident") =>
        Evaluator.Evaluate(Rules, Subject(text, kind, category));

    private static CheckSubject Subject(string text, PostKind kind = PostKind.Post, string category = "traffic-accident") => new()
    {
        Stage = Stage.Submit,
        Kind = kind,
        Text = text,
        Now = new DateTimeOffset(2026, 6, 18, 9, 30, 0, JapanTime.Offset),
        Category = category,
        Categories = [.. Rules.ContentClasses.Select(c => c.Id)],
        Content = new PostContent { Kind = kind, ContentClass = category, Body = text },
    };
}
