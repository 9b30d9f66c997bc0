using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>石川: nights and holidays (is-2-5), on Saturday 7 February 2026, 22:10.</summary>
public abstract class NightPathTests(TestStore store) : IshikawaTests(store), IAsyncLifetime
{
    private static readonly string[] Both = ["investigation-1", "kanazawa-higashi"];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Office.Store.Clock.SetJapan(2026, 2, 7, 22, 10);
    }

    [Fact]
    public async Task is_2_4_c_Given_a_warning_on_Saturday_night_When_filed_the_ordinary_way_Then_refused_with_the_way_to_go()
    {
        var id = await Office.BeginAsync(await UrgentAsync() with { Ground = null, RelatedUnits = null });

        var refusal = Assert.IsType<OutOfHoursNeedsGround>(await Office.SubmitAsync(id));

        Assert.Equal("is-2-4-c", refusal.Clause);
        Assert.Contains("緊急の区分", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_5_a_Given_no_reason_of_urgency_When_filed_Then_refused_and_with_one_it_stands_on_record()
    {
        var id = await Office.BeginAsync(await UrgentAsync(Both) with { GroundReason = "" });
        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));
        Assert.Equal("is-2-5-a", refusal.Clause);
        Assert.Contains("投稿する理由が短すぎます", refusal.Text.Ja, StringComparison.Ordinal);

        Fine(await Office.EditAsync(id, c => c with { GroundReason = "被疑者が逃走中であり直ちに注意を呼び掛けるため" }));
        Fine(await Office.SubmitAsync(id));

        var application = await Office.ReadAsync(id);
        Assert.Equal(("night", "related-heads"), (application.Route, application.Step));
        Assert.StartsWith("被疑者が逃走中", application.Current.Content.GroundReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_5_a_Given_the_night_path_within_working_hours_When_filed_Then_refused()
    {
        var id = await Office.BeginAsync(await UrgentAsync(Both) with { DesiredAt = new DateTimeOffset(2026, 2, 9, 10, 0, 0, JapanTime.Offset) });

        Assert.Equal("is-2-5-a", Assert.IsType<WithinHoursOrdinary>(await Office.SubmitAsync(id)).Clause);
    }

    [Fact]
    public async Task is_2_5_b_Given_no_unit_concerned_When_filed_Then_refused()
    {
        var id = await Office.BeginAsync(await UrgentAsync());

        Assert.Equal("is-2-5-b", Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id)).Clause);
    }

    [Fact]
    public async Task is_2_5_b_Given_a_unit_that_has_not_answered_When_its_head_approves_Then_refused_naming_it()
    {
        var id = await FiledAsync(Both);
        Fine(await Office.AnswerAsync(id, "ishikawa-mori", "investigation-1"));

        var refusal = Assert.IsType<ConsultationIsOpen>(await Office.ApproveAsync(id, "higashi"));

        Assert.Equal("is-2-5-b", refusal.Clause);
        Assert.Contains("協議", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("金沢東警察署", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.DoesNotContain("捜査第一課", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_2_5_b_Given_a_consultation_by_telephone_When_it_is_written_down_Then_the_other_side_is_to_confirm_it_by_the_next_working_day()
    {
        var id = await FiledAsync("investigation-1");

        Fine(await Office.NoteCallAsync(id, "kinoshita", "investigation-1", "ishikawa-mori", At(22, 5)));

        var noted = (await Office.ReadAsync(id)).Decisions.Single(d => d.Verb == Verb.AnswerUnit);
        Assert.Equal((await Office.WhoAsync("ishikawa-mori")).Staff, noted.By);
        Assert.Equal((await Office.WhoAsync("kinoshita")).Staff, noted.RecordedBy);
        Assert.True(noted.IsUnsettled);
        Assert.Equal(new DateOnly(2026, 2, 9), noted.CountersignDue!.Value.JapanDay());
        Assert.Contains(await Office.NoticesAsync("ishikawa-mori", id), n => n is { Kind: "consultation.to-confirm", Clause: "is-2-5-b" });
        Fine(await Office.ApproveAsync(id, "higashi"));
    }

    [Fact]
    public async Task is_2_5_b_Given_somebody_of_another_unit_When_he_answers_Then_refused()
    {
        var id = await FiledAsync("investigation-1");

        Assert.NotNull(await Office.AnswerAsync(id, "minami", "investigation-1"));
        Assert.IsType<NotARelatedUnit>(await Office.AnswerAsync(id, "kinoshita", "investigation-1"));
        Assert.IsType<NotARelatedUnit>(await Office.NoteCallAsync(id, "kinoshita", "investigation-1", "minami", At(22, 5)));
    }

    [Fact]
    public async Task is_2_5_c_Given_two_units_and_one_approval_When_sent_Then_refused_naming_the_missing_head_and_with_both_it_goes_out()
    {
        var id = await ConsultedAsync(Both);
        Office.Store.Clock.SetJapan(2026, 2, 7, 22, 31);
        Fine(await Office.ApproveAsync(id, "higashi"));

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, "yamamoto"));
        Assert.Equal("is-2-5-c", refusal.Clause);
        Assert.Contains("南 千秋", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.DoesNotContain("東 明", refusal.Text.Ja, StringComparison.Ordinal);

        Fine(await Office.ApproveAsync(id, "minami"));
        Office.Store.Clock.SetJapan(2026, 2, 7, 23, 5);
        Fine(await Office.PublishAsync(id, "yamamoto"));
        await RunJobsAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Published, application.State);
        Assert.Equal(2, application.Decisions.Count(d => d is { Verb: Verb.Approve, Clause: "is-2-5-c", ForUnit: not null }));
        Assert.Equal(IshikawaOffice.Terminal, (await Office.DeliveriesAsync(id)).Single().Terminal);
        Assert.Contains(await Office.NoticesAsync("nishida", id), n => n.Kind == "delivery.published");
    }

    [Fact]
    public async Task is_2_5_c_Given_the_night_path_When_filed_Then_the_operating_head_is_told_and_needs_not_approve()
    {
        var id = await ConsultedAsync("investigation-1");

        Assert.Contains(await Office.NoticesAsync("nishida", id), n => n is { Kind: "application.passed-by", Clause: "is-2-5-c" });
        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "nishida"));
        Fine(await Office.ApproveAsync(id, "higashi"));
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task is_2_5_c_Given_a_change_after_the_approvals_When_filed_again_Then_everybody_is_asked_anew()
    {
        var id = await ConsultedAsync("investigation-1");
        Fine(await Office.ApproveAsync(id, "higashi"));
        Fine(await Office.AskAsync<Drafting, Refusal?>("kinoshita", (d, w) => d.RecallAsync(id, w, Ct)));
        Fine(await Office.EditAsync(id, c => c with { Body = c.Body + "情報は110番へ。" }));
        Fine(await Office.SubmitAsync(id));

        Assert.IsType<ConsultationIsOpen>(await Office.ApproveAsync(id, "higashi"));
    }

    [Fact]
    public async Task is_2_5_c_Given_only_the_own_unit_is_concerned_When_its_head_approves_Then_no_consultation_is_needed()
    {
        var id = await FiledAsync("traffic-planning");

        Fine(await Office.ApproveAsync(id, "nishida"));
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task is_2_5_d_Given_an_approved_urgent_post_When_a_duty_officer_who_is_not_designated_sends_Then_refused_naming_those_to_call()
    {
        var id = await ConsultedAsync("investigation-1");
        Fine(await Office.ApproveAsync(id, "higashi"));

        var call = new OnCallContact(Guid.CreateVersion7(), IshikawaOffice.Body, 1, "山本 彩", "情報発信担当者（当番）", "内線3312", "夜間・休日");
        await Office.Store.DbAsync(
            db =>
            {
                db.Add(call);
                return db.SaveChangesAsync(Ct);
            },
            IshikawaOffice.Body);

        var refusal = await Office.PublishAsync(id, "kinoshita");
        await Office.Store.DbAsync(db => db.OnCallContacts.Where(c => c.Id == call.Id).ExecuteDeleteAsync(Ct), IshikawaOffice.Body);

        Assert.IsType<OnlyPrOfficers>(refusal);
        Assert.Contains("中村 健", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("山本 彩（内線3312）", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("山本 彩", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Empty(await Office.DeliveriesAsync(id));
    }

    [Fact]
    public async Task is_2_3_Given_the_night_sender_at_home_When_sending_from_another_device_Then_refused_there_is_no_relief()
    {
        var id = await ConsultedAsync("investigation-1");
        Fine(await Office.ApproveAsync(id, "higashi"));

        Assert.Equal("is-2-3", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, "yamamoto", terminal: null)).Clause);
    }

    [Fact]
    public async Task is_2_5_a_Given_an_approved_night_post_When_working_hours_begin_Then_it_does_not_go_out_without_the_head()
    {
        var id = await ConsultedAsync("investigation-1");
        Fine(await Office.ApproveAsync(id, "higashi"));
        Office.Store.Clock.SetJapan(2026, 2, 9, 9, 0);

        Assert.Equal("is-2-4-c", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id, "yamamoto")).Clause);
    }

    private static DateTimeOffset At(int hour, int minute) => new(2026, 2, 7, hour, minute, 0, JapanTime.Offset);

    private async Task<PostContent> UrgentAsync(params string[] units)
    {
        var ids = new List<Guid>();
        foreach (var unit in units)
        {
            ids.Add(await Office.UnitAsync(unit));
        }

        return await Office.ContentAsync("【注意】東山付近で不審な男が逃走しています。戸締まりをしてください。") with
        {
            Subject = "逃走事案の注意喚起",
            ContentClass = "nearby-crime",
            DesiredAt = At(22, 40),
            Ground = "urgent-information",
            GroundReason = "被疑者が逃走中であり直ちに注意を呼び掛けるため",
            CaseInformation = units.Length > 0 ? "yes" : "no",
            RelatedUnits = ids.Count > 0 ? ids : null,
        };
    }

    private async Task<PostApplicationId> FiledAsync(params string[] units)
    {
        var id = await Office.BeginAsync(await UrgentAsync(units));
        Fine(await Office.SubmitAsync(id));
        return id;
    }

    private async Task<PostApplicationId> ConsultedAsync(params string[] units)
    {
        var id = await FiledAsync(units);
        foreach (var (unit, login) in new[] { ("investigation-1", "ishikawa-mori"), ("kanazawa-higashi", "minami") }.Where(u => units.Contains(u.Item1)))
        {
            Fine(await Office.AnswerAsync(id, login, unit));
        }

        return id;
    }
}

public sealed class NightPathOnSqlite(SqliteOffice store) : NightPathTests(store), IClassFixture<SqliteOffice>;

public sealed class NightPathOnPostgres(PostgresOffice store) : NightPathTests(store), IClassFixture<PostgresOffice>;
