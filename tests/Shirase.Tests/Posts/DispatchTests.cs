using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>作成, 送付 and the week ahead.</summary>
public abstract class DispatchTests(TestStore store) : OfficeTests(store)
{
    private const string Short = "発生が続き、来週では遅いため";

    [Fact]
    public async Task gx_12_1_1_Given_a_draft_When_somebody_of_another_section_opens_it_Then_it_is_not_there_for_him()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        Assert.IsType<CaseNotFound>(await Office.EditAsync(id, c => c with { Extension = "9999" }, "nakajima"));
        Assert.IsType<CaseNotFound>(await Office.WithdrawAsync(id, "不要", "kobayashi"));
        Assert.Equal("2211", (await Office.ReadAsync(id)).Current.Content.Extension);
    }

    [Fact]
    public async Task gx_12_1_1_Given_two_forms_of_a_section_in_a_year_When_filed_Then_each_gets_the_next_number_of_the_section()
    {
        var (first, second) = (await Office.BeginAsync(await Office.ContentAsync()), await Office.BeginAsync(await Office.ContentAsync()));
        Office.Fine(await Office.SubmitAsync(first));
        Office.Fine(await Office.SubmitAsync(second));

        var (a, b) = ((await Office.ReadAsync(first)).Number, (await Office.ReadAsync(second)).Number);
        Assert.Matches("^.+-2026-[0-9]{4}$", a);
        Assert.Equal(a[..^4], b[..^4]);
        Assert.Equal(int.Parse(a[^4..], System.Globalization.CultureInfo.InvariantCulture) + 1, int.Parse(b[^4..], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task gx_12_2_1_Given_a_decided_form_When_sent_Then_the_manager_has_it_the_section_sees_number_and_time_and_it_is_locked()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));

        var application = await Office.ReadAsync(id);
        Assert.Equal("assignment", application.Step);
        Assert.NotEmpty(application.Number);
        Assert.Equal(Office.Clock.Now, application.DispatchedAt);
        Assert.Contains(await Office.NoticesAsync("hoshino", id), n => n.Kind == "application.waiting" && n.At == Office.Clock.Now);
        Assert.Equal("gx-12-2-1", Assert.IsType<NotEditable>(await Office.EditAsync(id, c => c with { Extension = "1" })).Clause);
    }

    [Fact]
    public async Task gx_12_2_1_Given_a_scheduled_post_When_the_section_withdraws_it_Then_it_leaves_queue_and_schedule_and_the_reason_is_kept()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await Office.PublishAsync(id, at: Office.Clock.Now.AddHours(2)));
        Assert.IsType<ReasonNeeded>(await Office.WithdrawAsync(id, ""));

        Office.Fine(await Office.WithdrawAsync(id, "行事が中止になったため"));
        Office.Clock.Pass(TimeSpan.FromHours(2));
        await Office.RunJobsAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Withdrawn, application.State);
        Assert.Equal("行事が中止になったため", application.Decisions[^1].Opinion);
        Assert.Equal(DeliveryState.Cancelled, (await Office.DeliveryAsync(id)).State);
        Assert.Contains("application.withdrawn", await Office.KindsAsync("takahashi", id));
        Assert.NotNull(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_12_2_2_Given_a_desired_Thursday_When_sent_on_the_Thursday_before_at_2350_Then_no_reason_is_asked()
    {
        Office.Clock.SetJapan(2026, 6, 11, 23, 50);
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));

        var application = await Office.ReadAsync(id);
        Assert.NotNull(application.DispatchedAt);
        Assert.Empty(application.ShortNoticeReason);
    }

    [Fact]
    public async Task gx_12_2_2_Given_a_desired_Thursday_When_sent_on_Friday_at_0010_Then_a_reason_is_asked_and_six_days_stand_on_record()
    {
        Office.Clock.SetJapan(2026, 6, 12, 0, 10);
        var id = await Office.BeginAsync(await Office.ContentAsync());

        var refusal = Assert.IsType<ShortNoticeNeedsReason>(await Office.SubmitAsync(id));
        Assert.Equal("gx-12-2-2", refusal.Clause);
        Assert.IsType<ShortNoticeNeedsReason>(await Office.SubmitAsync(id, shortNoticeReason: "急ぎ"));
        Office.Fine(await Office.SubmitAsync(id, shortNoticeReason: Short));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));

        var application = await Office.ReadAsync(id);
        Assert.Equal(Short, application.ShortNoticeReason);
        Assert.Equal(Short, application.Decisions.Single(d => d.Verb == Verb.Dispatch).Opinion);
        var lead = new LeadTime(new(2026, 6, 18), 7, 10);
        Assert.Equal((6, true), (lead.DaysAt(application.DispatchedAt!.Value), lead.IsShortAt(application.DispatchedAt.Value)));
    }

    [Fact]
    public async Task gx_12_2_2_Given_it_was_filed_in_time_When_the_head_decides_after_midnight_Then_it_waits_for_the_reason()
    {
        Office.Clock.SetJapan(2026, 6, 11, 23, 50);
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Clock.SetJapan(2026, 6, 12, 0, 10);
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Assert.Equal("dispatch", (await Office.ReadAsync(id)).Step);

        Assert.IsType<ShortNoticeNeedsReason>(await Office.DispatchAsync(id));
        Assert.IsType<NotOfThisUnit>(await Office.DispatchAsync(id, Short, "takahashi"));
        Office.Fine(await Office.DispatchAsync(id, Short));

        Assert.Equal("assignment", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_12_2_2_Given_ground_10_1_When_sent_Then_no_reason_is_asked_and_the_record_says_exempt()
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 20);
        var id = await Office.UrgentFiledAsync();

        var application = await Office.ReadAsync(id);
        Assert.Empty(application.ShortNoticeReason);
        Assert.Contains("10(1)", application.Decisions.Single(d => d.Verb == Verb.Dispatch).Opinion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_3_Given_tomorrow_at_2000_When_filed_Then_ground_and_reason_are_asked_and_for_two_weeks_ahead_at_ten_neither()
    {
        var content = await Office.ContentAsync();
        var tomorrow = await Office.BeginAsync(content with { DesiredAt = Office.Clock.Now.AddHours(34) });
        var later = await Office.BeginAsync(content with { DesiredAt = Office.Clock.Now.AddDays(14) });

        Assert.IsType<OutOfHoursNeedsGround>(await Office.SubmitAsync(tomorrow, shortNoticeReason: Short));
        Office.Fine(await Office.EditAsync(tomorrow, c => c with { DesiredAt = Office.Clock.Now.AddHours(24) }));
        Assert.IsType<ShortNoticeNeedsReason>(await Office.SubmitAsync(tomorrow));
        Office.Fine(await Office.SubmitAsync(tomorrow, shortNoticeReason: Short));
        Office.Fine(await Office.SubmitAsync(later));
    }

    [Fact]
    public async Task gx_11_3_Given_every_publication_in_the_register_When_followed_Then_it_leads_to_one_application()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        var draft = await Office.BeginAsync(await Office.ContentAsync());
        Assert.IsType<CaseNotFound>(await Office.PublishAsync(draft));
        Assert.IsType<CaseNotFound>(await Office.PublishAsync(new(Guid.NewGuid())));

        var (deliveries, applications) = await Office.Store.DbAsync(async db =>
            (await db.Deliveries.Select(d => d.Application).ToListAsync(Ct), await db.Applications.Select(a => a.Id).ToListAsync(Ct)));
        Assert.Contains(id, deliveries);
        Assert.All(deliveries, d => Assert.Contains(d, applications));
    }
}

public sealed class DispatchOnSqlite(SqliteOffice store) : DispatchTests(store), IClassFixture<SqliteOffice>;

public sealed class DispatchOnPostgres(PostgresOffice store) : DispatchTests(store), IClassFixture<PostgresOffice>;
