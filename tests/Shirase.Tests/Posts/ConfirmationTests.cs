using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>確認欄, reasons and checks at filing, as the server sees them.</summary>
public abstract class ConfirmationTests(TestStore store) : OfficeTests(store)
{
    [Theory]
    [InlineData("personal-information", "gx-13-3-1")]
    [InlineData("investigation-information", "gx-13-3-2")]
    [InlineData("consistency", "gx-13-4-2")]
    [InlineData("rights", "gx-15-3")]
    [InlineData("content-class", "gx-9-1")]
    public async Task gx_f_6_Given_one_box_unticked_When_filed_Then_refused_and_the_box_is_named(string box, string clause)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<AttestationIsOpen>(await Office.SubmitAsync(id, without: box));

        Assert.Equal((box, clause), (refusal.Attestation.Id, refusal.Clause));
    }

    [Fact]
    public async Task gx_f_6_Given_five_of_six_boxes_When_the_head_decides_Then_refused_and_the_open_box_is_named()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));

        var refusal = Assert.IsType<AttestationIsOpen>(await Office.ApproveAsync(id, "negishi"));
        Assert.Equal("no-errors", refusal.Attestation.Id);
        Assert.Contains("起案者以外の者が読み", refusal.Text.Ja, StringComparison.Ordinal);

        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        var application = await Office.ReadAsync(id);
        var boxes = application.Confirmations.Where(c => c.Attestation != "personal-information-head").ToList();
        Assert.Equal(6, boxes.Count);
        Assert.Equal((await Office.WhoAsync("sekiguchi")).Staff, boxes.Single(c => c.Attestation == "no-errors").By);
        Assert.All(boxes, c => Assert.Equal(application.Current.Hash, c.ContentHash));
    }

    [Fact]
    public async Task gx_13_4_3_Given_the_author_When_he_is_his_own_second_checker_Then_refused_but_on_single_duty_with_a_reason_taken()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));

        Assert.Equal("gx-13-4-3", Assert.IsType<SecondCheckerIsAnother>(await Office.CheckAsync(id, "tamura")).Clause);
        Assert.IsType<SinglePersonDutyNeedsReason>(await Office.CheckAsync(id, "tamura", alone: true, why: "一人"));
        Office.Fine(await Office.CheckAsync(id, "tamura", alone: true, why: "当直が一人で、応援を呼べないため"));

        var box = (await Office.ReadAsync(id)).ConfirmationOf("no-errors");
        Assert.Equal("当直が一人で、応援を呼べないため", box?.Note);
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
    }

    [Fact]
    public async Task gx_13_4_3_Given_a_weekday_that_does_not_fit_When_filed_Then_it_must_be_resolved()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync("６月26日（木）に前橋警察署で防犯教室を開催します。"));
        Assert.Equal("gx-13-4-3", Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id)).Clause);
        Office.Fine(await Office.EditAsync(id, c => c with { Body = c.Body.Replace("（木）", "（金）", StringComparison.Ordinal) }));
        Office.Fine(await Office.SubmitAsync(id));
    }

    [Fact]
    public async Task gx_13_3_1_Given_a_mobile_number_When_filed_Then_it_is_marked_and_head_and_supervisor_see_the_reason()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync("訓練の申込みは090-1234-5678へ。"));
        var refusal = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id));
        Assert.Equal(("gx-13-3-1", "090-1234-5678"), (refusal.Clause, refusal.Finding.Text));

        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [refusal.Finding.Key] = "公用の携帯電話であるため" };
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Assert.Equal("gx-13-3-1", Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, "negishi", null, "personal-information-head")).Clause);
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Assert.Equal("公用の携帯電話であるため", (await Office.ReadAsync(id)).Current.Content.KeptReasons.Values.Single());
    }

    [Fact]
    public async Task gx_13_3_2_Given_an_arrest_before_the_release_When_publishing_Then_refused_until_the_release_is_on_record()
    {
        var content = await Office.ContentAsync("前橋市内の連続窃盗事件の犯人を逮捕しました。御協力ありがとうございました。");
        var id = await Office.BeginAsync(content with { Subject = "窃盗事件", PressRelease = "planned" });
        Assert.Equal("gx-13-3-2", Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id)).Clause);
        Office.Fine(await Office.EditAsync(id, c => c with { Consent = new("捜査第一課", "飯塚", Office.Clock.Now) }));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await Office.AssignAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Clock.SetJapan(2026, 6, 18, 10, 30);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Assert.Equal("gx-13-3-2", refusal.Clause);
        Assert.Contains("報道発表が未了です", refusal.Text.Ja, StringComparison.Ordinal);

        Assert.IsType<ReleaseLiesAhead>(await ReleasedAsync(id, new DateTimeOffset(2026, 6, 18, 11, 0, 0, JapanTime.Offset), "広報第30号"));
        Office.Clock.SetJapan(2026, 6, 18, 11, 2);
        Assert.IsType<ReleaseNeedsDocument>(await ReleasedAsync(id, Office.Clock.Now, " "));
        Office.Fine(await ReleasedAsync(id, Office.Clock.Now, "広報第30号"));
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_13_4_2_Given_another_document_says_another_day_When_filed_Then_a_correction_or_a_reason_is_needed()
    {
        var content = await Office.ContentAsync("６月26日（金）に前橋警察署で防犯教室を開催します。");
        var id = await Office.BeginAsync(content with
        {
            NoRelatedDocuments = false,
            RelatedDocuments = [new("press-release", "広報第12号", "６月25日（木）に前橋警察署で防犯教室を開催します。")],
        });

        Assert.Equal("gx-13-4-2", Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id)).Clause);
    }

    [Fact]
    public async Task gx_13_2_1_Given_141_characters_by_a_direct_request_When_filed_Then_the_server_refuses()
    {
        var content = await Office.ContentAsync();
        var id = await Office.BeginAsync(content with { Body = new string('あ', 131) });

        Assert.Equal("gx-13-2-1", Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id)).Clause);
        Office.Fine(await Office.EditAsync(id, c => c with { Body = new string('あ', 130) }));
        Office.Fine(await Office.SubmitAsync(id));
    }

    [Fact]
    public async Task gx_p_2_1_Given_a_text_that_answers_somebody_When_filed_by_a_direct_request_Then_the_server_refuses()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync("@someone お問い合わせの件にお答えします。"));

        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        Assert.Equal("gx-8-1-1", refusal.Clause);
        Assert.Contains("リプライは行わない運用です", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_p_3_1_1_Given_content_of_neither_kind_When_filed_Then_refused()
    {
        var content = await Office.ContentAsync();
        foreach (var other in new[] { "", "other", "advertisement" })
        {
            var id = await Office.BeginAsync(content with { ContentClass = other });
            Assert.Equal("gx-9-1", Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id)).Clause);
        }
    }

    [Fact]
    public async Task gx_9_2_Given_a_foreign_link_When_filed_Then_the_author_gives_a_reason_that_stays_for_the_reviewer()
    {
        var content = await Office.ContentAsync();
        var id = await Office.BeginAsync(content with { Url = "https://www.example.com/a" });
        var refusal = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id));
        Assert.Equal("gx-9-2", refusal.Clause);

        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [refusal.Finding.Key] = "主催者の案内であるため" };
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
        Office.Fine(await Office.SubmitAsync(id));
        Assert.Single((await Office.ReadAsync(id)).Current.Content.KeptReasons);
    }

    private Task<Refusal?> ReleasedAsync(PostApplicationId id, DateTimeOffset at, string document) =>
        Office.AskAsync<PressReleases, Refusal?>("hoshino", (p, w) => p.RecordAsync(id, w, at, document, Ct));
}

public sealed class ConfirmationOnSqlite(SqliteOffice store) : ConfirmationTests(store), IClassFixture<SqliteOffice>;

public sealed class ConfirmationOnPostgres(PostgresOffice store) : ConfirmationTests(store), IClassFixture<PostgresOffice>;
