using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Images;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>石川: the head approves, a designated sender sends, within working hours (is-2-1, is-2-4).</summary>
public abstract class OrdinaryPathTests(TestStore store) : IshikawaTests(store)
{
    [Fact]
    public async Task is_2_4_b_Given_a_draft_When_the_head_approves_and_a_sender_sends_Then_it_goes_out_under_its_own_clauses()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        Fine(await Office.PublishAsync(id));
        await RunJobsAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Published, application.State);
        Assert.Equal("ishikawa-police-sns", application.Regulation);
        Assert.All(application.Decisions.Where(d => d.Clause is not null), d => Assert.StartsWith("is-", d.Clause, StringComparison.Ordinal));
        Assert.Equal("operating-unit-head", application.Decisions.Single(d => d.Verb == Verb.Approve).Role);
    }

    [Fact]
    public async Task is_2_4_b_Given_an_approved_post_When_one_digit_changes_Then_it_waits_for_the_head_again()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync("6月20日（土）に街頭で呼び掛けます。"));

        Assert.IsType<NotEditable>(await Office.EditAsync(id, c => c with { Body = "6月21日（日）に街頭で呼び掛けます。" }));
        Fine(await Office.AskAsync<Drafting, Refusal?>("nakamura", (d, w) => d.RecallAsync(id, w, Ct)));
        Fine(await Office.EditAsync(id, c => c with { Body = "6月21日（日）に街頭で呼び掛けます。" }));

        Assert.NotNull(await Office.PublishAsync(id));
        Fine(await Office.SubmitAsync(id));
        Assert.Equal(ApplicationState.InRoute, (await Office.ReadAsync(id)).State);
        Assert.Equal("is-2-4-b", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);
    }

    [Fact]
    public async Task is_2_4_b_Given_the_heads_own_draft_When_he_approves_Then_a_reason_is_asked_and_kept()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync(), "nishida");
        Fine(await Office.SubmitAsync(id, "nishida"));

        Assert.Equal("is-2-4-b", Assert.IsType<OwnDraftNeedsReason>(await Office.ApproveAsync(id)).Clause);
        Fine(await Office.ApproveAsync(id, opinion: "他の職員が不在のため"));

        Assert.Equal("他の職員が不在のため", (await Office.ReadAsync(id)).Decisions.Single(d => d.Verb == Verb.Approve).Opinion);
    }

    [Theory]
    [InlineData("is-3-10", "nothing-confidential-approved")]
    [InlineData("is-t-2-1-a", "against-the-source")]
    [InlineData("is-3-4-a", "case-information")]
    public async Task is_3_10_Given_a_sentence_that_the_head_does_not_confirm_When_he_approves_Then_refused_and_with_it_name_and_time_stand_there(string clause, string sentence)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Fine(await Office.SubmitAsync(id));

        Assert.Equal(clause, Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, without: sentence)).Clause);
        Fine(await Office.ApproveAsync(id));

        var confirmed = (await Office.ReadAsync(id)).Confirmations.Single(c => c.Attestation == sentence);
        Assert.Equal(((await Office.WhoAsync("nishida")).Staff, Office.Store.Clock.Now), (confirmed.By, confirmed.At));
    }

    [Fact]
    public async Task is_t_2_1_a_Given_a_post_under_approval_When_the_list_is_read_Then_comparing_with_the_source_is_on_it() =>
        Assert.Contains(
            (await Office.ReadAsync(await FiledAsync())).OpenAttestations(TestStore.Regulations.InForce("ishikawa-police-sns", new DateOnly(2026, 6, 18))!, "unit-head"),
            a => a.Statement.Ja.Contains("原資料と照合", StringComparison.Ordinal));

    [Fact]
    public async Task is_3_4_b_Given_a_name_in_the_draft_When_filed_without_a_reason_Then_it_does_not_go_on_and_with_one_the_approver_sees_it()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync("山田太郎さんが街頭で呼び掛けます。"));
        Assert.Equal("is-3-4-b", Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id)).Clause);

        Fine(await Office.EditAsync(id, c => Justified(c, "pii-name|山田太郎")));
        Fine(await Office.SubmitAsync(id));
        Assert.Equal("原資料で確認済みのため", (await Office.ReadAsync(id)).Current.Content.KeptReasons["pii-name|山田太郎"]);
    }

    [Theory]
    [InlineData("higashi")]
    [InlineData("taniguchi")]
    [InlineData("ishikawa-admin")]
    public async Task is_2_4_b_Given_anybody_but_the_head_of_the_unit_When_he_approves_Then_refused(string login)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Fine(await Office.SubmitAsync(id));

        Assert.NotNull(await Office.ApproveAsync(id, login));
        Assert.Equal(ApplicationState.InRoute, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task is_2_4_a_Given_no_class_of_content_When_filed_Then_refused_and_with_one_the_head_confirms_the_need()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { ContentClass = "" });
        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));
        Assert.Equal("is-2-4-a", refusal.Clause);
        Assert.Contains("区分が選ばれていません", refusal.Text.Ja, StringComparison.Ordinal);

        Fine(await Office.EditAsync(id, c => c with { ContentClass = "traffic-accident" }));
        Fine(await Office.SubmitAsync(id));
        Assert.Equal("is-2-4-a", Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, without: "needed-for-police-publicity")).Clause);
        Fine(await Office.ApproveAsync(id));

        var confirmed = (await Office.ReadAsync(id)).Confirmations.Single(c => c.Attestation == "needed-for-police-publicity");
        Assert.Equal((await Office.WhoAsync("nishida")).Staff, confirmed.By);
    }

    [Theory]
    [InlineData("kinoshita")]
    [InlineData("nishida")]
    [InlineData("ishikawa-admin")]
    public async Task is_2_1_b_Given_anybody_but_a_designated_sender_When_he_sends_Then_refused_and_nothing_goes_out(string login)
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        var refusal = await Office.PublishAsync(id, login);

        Assert.NotNull(refusal);
        if (login != "ishikawa-admin")
        {
            Assert.Equal("is-2-1-b", Assert.IsType<OnlyPrOfficers>(refusal).Clause);
            Assert.Contains("情報発信担当者", refusal.Text.Ja, StringComparison.Ordinal);
        }

        Assert.Empty(await Office.DeliveriesAsync(id));
    }

    [Fact]
    public async Task is_2_3_Given_a_device_that_is_not_registered_When_sending_Then_refused()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        Assert.Equal("is-2-3", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, terminal: null)).Clause);
        Assert.Empty(await Office.DeliveriesAsync(id));
    }

    [Fact]
    public async Task is_2_4_c_Given_Saturday_at_ten_and_a_post_approved_on_Friday_When_sent_Then_refused_with_the_hours()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Store.Clock.SetJapan(2026, 6, 20, 10, 0);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("is-2-4-c", refusal.Clause);
        Assert.Contains("執務時間外", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("緊急の申請", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_4_c_Given_the_working_hours_after_the_published_ones_When_sent_at_17_05_Then_a_reason_is_asked_and_stored()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Store.Clock.SetJapan(2026, 6, 17, 17, 5);

        Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));
        Fine(await OrderAsync(id, "通行止めが始まったため"));

        Assert.Equal("通行止めが始まったため", Assert.Single((await Office.ReadAsync(id)).Decisions, d => d.Verb == Verb.ExplainHours).Opinion);
    }

    [Fact]
    public async Task is_3_3_Given_the_accounts_password_in_a_draft_When_filed_Then_refused_and_no_record_holds_the_secret()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync("端末のパスワードは Noto#2026 です。"));

        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        Assert.Equal("is-3-3", refusal.Clause);
        Assert.Contains("パスワードが含まれています", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.DoesNotContain("Noto#2026", refusal.Text.Ja, StringComparison.Ordinal);
        var journal = await Office.Store.DbAsync(db => db.Journal.AsNoTracking().Select(j => j.Detail).ToListAsync(Ct), IshikawaOffice.Body);
        Assert.All(journal, d => Assert.DoesNotContain("Noto#2026", d, StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_3_4_b_Given_a_photo_with_GPS_When_attached_Then_the_stored_file_has_no_place_and_the_journal_says_so()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        var attached = await Office.AskAsync<Attaching, Result<MediaItem>>("kinoshita", (a, w) => a.AttachAsync(id, w, PhotoFile.Jpeg(PhotoFile.ExifWithPlace(orientation: 6)), Ct));

        Assert.True(attached.IsDone, attached.Refusal?.Text.Ja);
        var stored = await Office.Store.DbAsync(db => db.Media.AsNoTracking().SingleAsync(m => m.Id == new MediaId(attached.Value!.Id), Ct), IshikawaOffice.Body);
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(stored.Bytes), StringComparison.Ordinal);
        Assert.Contains("GPS", stored.Removed, StringComparison.Ordinal);
        Assert.Contains("GPS", (await Office.Store.DbAsync(db => db.Journal.AsNoTracking().SingleAsync(j => j.Verb == "media.attached" && j.Subject == $"application/{id}", Ct), IshikawaOffice.Body)).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 40)]
    [InlineData(17, 10)]
    public async Task is_t_1_4_Given_a_time_outside_the_published_hours_When_sent_Then_a_reason_is_demanded_and_stands_in_the_course(int hour, int minute)
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Store.Clock.SetJapan(2026, 6, 19, hour, minute);

        Assert.Equal("is-t-1-4", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);
        Assert.Equal("is-t-1-4", Assert.IsType<GateIsClosed>(await OrderAsync(id, "　 ")).Clause);
        Assert.Empty(await Office.DeliveriesAsync(id));
        Fine(await OrderAsync(id, "通行止めが始まったため"));
        await RunJobsAsync();

        Assert.Equal(DeliveryState.Published, Assert.Single(await Office.DeliveriesAsync(id)).State);
        var kept = Assert.Single((await Office.ReadAsync(id)).Decisions, d => d.Verb == Verb.ExplainHours);
        Assert.Equal(("通行止めが始まったため", "is-t-1-4"), (kept.Opinion, kept.Clause));
    }

    [Fact]
    public async Task is_t_1_4_Given_a_time_within_the_published_hours_When_sent_Then_nothing_is_asked_and_a_reason_is_not_kept()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());

        Fine(await OrderAsync(id, "念のため"));

        Assert.DoesNotContain((await Office.ReadAsync(id)).Decisions, d => d.Verb == Verb.ExplainHours);
    }

    [Fact]
    public async Task is_2_4_c_Given_a_reason_for_the_published_hours_When_sent_outside_the_working_hours_Then_still_refused()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Store.Clock.SetJapan(2026, 6, 19, 19, 0);

        Assert.Equal("is-2-4-c", Assert.IsType<GateIsClosed>(await OrderAsync(id, "通行止めが始まったため")).Clause);
    }

    private Task<Refusal?> OrderAsync(PostApplicationId id, string reason) => Office.AskAsync<Publishing, Refusal?>(
        "nakamura", (p, w) => p.OrderAsync(id, w, IshikawaOffice.Terminal, null, Ct, reason));

    private async Task<PostApplicationId> FiledAsync()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Fine(await Office.SubmitAsync(id));
        return id;
    }

    [Fact]
    public async Task is_suppl_Given_the_day_before_the_notice_applied_When_the_rules_are_asked_for_Then_it_is_not_in_force()
    {
        Assert.Null(TestStore.Regulations.InForce("ishikawa-police-sns", new DateOnly(2019, 10, 31)));
        Assert.NotNull(TestStore.Regulations.InForce("ishikawa-police-sns", new DateOnly(2019, 11, 1)));
        Assert.Equal("2019", (await Office.ReadAsync(await Office.BeginAsync(await Office.ContentAsync()))).RegulationVersion);
    }
}

public sealed class OrdinaryPathOnSqlite(SqliteOffice store) : OrdinaryPathTests(store), IClassFixture<SqliteOffice>;

public sealed class OrdinaryPathOnPostgres(PostgresOffice store) : OrdinaryPathTests(store), IClassFixture<PostgresOffice>;
