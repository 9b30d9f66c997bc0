using System.Globalization;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Shirase.Tests.Regulations;

/// <summary>The guidelines for mail as the shipped file puts them to work.</summary>
public sealed class MailRules
{
    private static readonly Regulation Mail =
        RegulationFolder.Load(Repository.Regulations, RegulationVocabulary.Of(TextChecks.All, KnownGates.All)).Library.Versions("gunma-police-mail")[^1];

    [Fact]
    public void Given_the_clause_matrix_of_mail_When_compared_Then_every_clause_stands_in_its_order_with_its_kinds()
    {
        var file = Path.Combine(Repository.Shared, "clauses", "gunma-police-mail.yaml");
        if (!File.Exists(file))
        {
            Assert.Skip("The clause matrix is not at hand.");
        }

        var yaml = new YamlStream();
        using (var reader = new StreamReader(file))
        {
            yaml.Load(reader);
        }

        var matrix = ((YamlSequenceNode)yaml.Documents[0].RootNode["clauses"]).Select(c => $"{c["id"]} {string.Join(' ', (YamlSequenceNode)c["kind"])}");

        Assert.Equal(matrix, Mail.Clauses.Select(c => $"{c.Id} {string.Join(' ', c.Kinds)}"));
        Assert.Equal(79, Mail.Clauses.Count);
    }

    [Theory]
    [InlineData("gm-1", Standing.Statement)]
    [InlineData("gm-3-3-b-1", Standing.Carried)]
    [InlineData("gm-t-8-1", Standing.Partly)]
    [InlineData("gm-4-2", Standing.Partly)]
    [InlineData("gm-4-3-1", Standing.Carried)]
    [InlineData("gm-4-4-b-2", Standing.Planned)]
    [InlineData("gm-4-4-b-1", Standing.Partly)]
    [InlineData("gm-t-6-1", Standing.Planned)]
    public void Given_a_clause_of_mail_When_its_standing_is_asked_Then_the_file_is_honest(string id, Standing standing) =>
        Assert.Equal(standing, ClauseCoverage.Of(Mail, Array.Empty<string>().ToLookup(t => t)).Single(c => c.Clause.Id == id).Standing);

    [Fact]
    public void gm_4_2_Given_the_hours_When_the_file_is_read_Then_they_are_the_documents_own_and_hold_on_all_days()
    {
        var hours = Mail.Window("mail-hours")!;

        Assert.Equal((new TimeOnly(7, 0), new TimeOnly(20, 0), false, 7), (hours.Start, hours.End, hours.IsDefault, hours.Days.Count));
        Assert.False(hours.ClosedOnHolidays);
        Assert.Null(hours.ClosedFrom);
    }

    [Fact]
    public void gm_5_4_1_Given_a_mobile_number_When_checked_Then_only_the_approver_lets_it_pass()
    {
        Expect("090-0000-0000まで連絡してください。", "pii-mobile-phone", Effect.Hold, "gm-5-4-1");
        Expect("太田市仮沢町一丁目2番3号の住宅です。", "pii-address-detail", Effect.Warn, "gm-5-4-1");
        Expect("車両は群馬 580 あ 00-00です。", "pii-plate", Effect.Hold, "gm-5-4-1");
    }

    [Fact]
    public void gm_5_3_1_Given_a_weekday_that_does_not_fit_When_checked_Then_it_is_held() =>
        Expect("６月12日（木）に規制します。", "date-weekday", Effect.Hold, "gm-5-3-1");

    [Fact]
    public void gm_5_1_Given_a_day_that_is_over_When_checked_Then_a_reason_is_asked() =>
        Expect("６月11日に規制します。", "date-past", Effect.Warn, "gm-5-1");

    [Fact]
    public void gm_t_2_5_Given_an_arrest_before_the_release_When_sent_Then_refused_although_it_could_be_filed()
    {
        Assert.DoesNotContain(Evaluate("強盗事件の容疑者を逮捕しました。", Stage.Submit), f => f.Check == "arrest-before-press");
        Expect("強盗事件の容疑者を逮捕しました。", "arrest-before-press", Effect.Refuse, "gm-t-2-5", Stage.Send);
    }

    [Fact]
    public void gm_5_3_2_Given_an_error_reported_at_ten_When_nothing_is_corrected_Then_it_is_late_after_a_quarter_of_an_hour_and_the_managers_are_told()
    {
        var duty = Open("correct-error", 10, 0);

        Assert.Equal("error.reported", Assert.Single(Assert.IsType<DutyTrigger.Event>(Mail.Duty("correct-error")!.Opens).Verbs));
        Assert.Empty(duty.Tell(At(10, 14)));
        Assert.Equal([DutyTelling.Overdue, DutyTelling.Escalation], duty.Tell(At(10, 16)));
        Assert.Equal(["unit-head", "operation-manager"], Mail.Duty("correct-error")!.Escalate!.To);
    }

    [Theory]
    [InlineData("posted-table", "2026-04-01,2026-10-01,2027-04-01", "unit-head")]
    public void gm_t_8_1_Given_the_calendar_When_half_a_year_has_passed_Then_each_unit_looks_at_its_posted_table(string duty, string days, string owner) => Comes(duty, days, owner);

    [Theory]
    [InlineData("terminal-norm", "2026-04-01,2027-04-01", "unit-head")]
    public void gm_2_Given_the_calendar_When_a_year_has_passed_Then_the_guidelines_for_terminals_are_read_again(string duty, string days, string owner) => Comes(duty, days, owner);

    [Theory]
    [InlineData(
        "operation-check",
        "2026-04-01,2026-05-01,2026-06-01,2026-07-01,2026-08-01,2026-09-01,2026-10-01,2026-11-01,2026-12-01,2027-01-01,2027-02-01,2027-03-01,2027-04-01",
        "unit-head")]
    public void gm_3_2_b_3_Given_the_calendar_When_a_month_has_passed_Then_the_manager_looks_at_the_operation(string duty, string days, string owner) => Comes(duty, days, owner);

    [Theory]
    [InlineData("大泉町内で、外国人風の男が児童に声をかけました。", "descriptor-ethnicity", Effect.Warn)]
    [InlineData("外国人は犯罪に関わることが多いので注意しましょう。", "discriminatory-expression", Effect.Hold)]
    [InlineData("犯人の男は徒歩で逃げました。", "presumption-of-innocence", Effect.Hold)]
    [InlineData("男が性器を露出する事案が発生しました。", "sexual-explicit", Effect.Hold)]
    [InlineData("戦慄の事件が発生しました。", "listed-words", Effect.Warn)]
    [InlineData("被害者にも落ち度がありました。", "listed-words", Effect.Warn)]
    public void gm_5_5_2_Given_wording_that_is_not_fit_When_checked_Then_it_is_underlined(string body, string check, Effect effect)
    {
        var finding = Evaluate(body, Stage.Draft).First(f => f.Check == check);

        Assert.Equal((effect, "gm-5-5-2"), (finding.Effect, finding.Clause));
        Assert.NotNull(finding.Span);
    }

    [Theory]
    [InlineData("12月5日（土）に警察官の採用説明会を開きます。", "mail-category-scope", Effect.Warn, "gm-4-4-a-1")]
    [InlineData("70歳代の男性の行方が分からなくなっています。見かけた方は110番をお願いします。", "missing-person-consent", Effect.Hold, "gm-t-4-3")]
    [InlineData("未確認ですが、刃物を持った男がいます。", "unverified-information", Effect.Hold, "gm-5-3-1")]
    public void Given_a_mail_that_the_document_does_not_want_When_checked_Then_clause_and_effect_are_its_own(string body, string check, Effect effect, string clause) =>
        Expect(body, check, effect, clause);

    [Fact]
    public void gm_3_2_a_Given_a_manager_whose_term_ends_When_nobody_follows_Then_the_general_manager_is_asked_a_fortnight_before()
    {
        var rule = Mail.Duty("manager-succession")!;

        var trigger = Assert.IsType<DutyTrigger.Expiry>(rule.Opens);
        Assert.Equal(["unit-head"], trigger.Roles);
        Assert.Equal((14, "operation-manager"), (trigger.DaysBefore, rule.Owner));
    }

    private static void Comes(string duty, string days, string owner)
    {
        var rule = Mail.Duty(duty)!;
        var calendar = Assert.IsType<DutyTrigger.Calendar>(rule.Opens);

        Assert.Equal(days, string.Join(',', DutyOpening.DaysOf(calendar, new(2026, 3, 31), new(2027, 4, 1)).Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        Assert.Equal((owner, DutyPer.Unit), (rule.Owner, calendar.Per));
    }

    private static Duty Open(string duty, int hour, int minute) => DutyOpening.Open(
        Mail, Mail.Duty(duty)!, new("gunma-police"), new("application/1", null, null), "1", At(hour, minute), At(hour, minute));

    private static DateTimeOffset At(int hour, int minute) => new(2026, 6, 12, hour, minute, 0, JapanTime.Offset);

    private static void Expect(string body, string check, Effect effect, string clause, Stage stage = Stage.Submit)
    {
        var finding = Evaluate(body, stage).First(f => f.Check == check);

        Assert.Equal((effect, clause), (finding.Effect, finding.Clause));
    }

    private static IReadOnlyList<Finding> Evaluate(string body, Stage stage)
    {
        var content = new PostContent { Kind = PostKind.Post, Subject = "不審な電話に注意", Body = body };
        return new Evaluator(TextChecks.All).Evaluate(Mail, new CheckSubject
        {
            Stage = stage,
            Channel = "drill",
            Subject = content.Subject,
            Text = ComposedText.Of(content, Mail.Composition),
            Now = new DateTimeOffset(2026, 6, 12, 10, 0, 0, JapanTime.Offset),
            Content = content,
        });
    }
}
