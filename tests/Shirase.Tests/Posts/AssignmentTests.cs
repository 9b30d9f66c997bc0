using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>検討の指示.</summary>
public abstract class AssignmentTests(TestStore store) : OfficeTests(store)
{
    private const string X = "gunma-police-x";

    [Fact]
    public async Task gx_12_3_1_Given_a_form_received_at_ten_When_unassigned_at_1715_Then_manager_and_deputy_are_reminded_and_not_before()
    {
        await DeputyAsync("okabe");
        var id = await ReceivedAsync();
        Office.Clock.SetJapan(2026, 6, 11, 17, 14);
        await Office.RemindAsync();
        Assert.DoesNotContain("reminder.unassigned", await Office.KindsAsync("hoshino", id));

        Office.Clock.SetJapan(2026, 6, 11, 17, 15);
        await Office.RemindAsync();
        await Office.RemindAsync();

        var notice = Assert.Single(await Office.NoticesAsync("hoshino", id), n => n.Kind == "reminder.unassigned");
        Assert.Equal("gx-12-3-1", notice.Clause);
        Assert.Single(await Office.NoticesAsync("okabe", id), n => n.Kind == "reminder.unassigned");
    }

    [Fact]
    public async Task gx_12_3_1_Given_a_form_received_in_the_evening_When_unassigned_Then_the_end_of_the_next_office_day_counts()
    {
        Office.Clock.SetJapan(2026, 6, 12, 20, 0);
        var content = await Office.ContentAsync();
        var id = await ReceivedAsync(content with { DesiredAt = new DateTimeOffset(2026, 6, 24, 10, 0, 0, JapanTime.Offset) });

        Office.Clock.SetJapan(2026, 6, 13, 18, 0);
        await Office.RemindAsync();
        Assert.DoesNotContain("reminder.unassigned", await Office.KindsAsync("hoshino", id));
        Office.Clock.SetJapan(2026, 6, 15, 17, 15);
        await Office.RemindAsync();
        Assert.Contains("reminder.unassigned", await Office.KindsAsync("hoshino", id));
    }

    [Fact]
    public async Task gx_12_3_1_Given_a_standing_instruction_When_a_form_is_received_Then_it_is_with_the_officer_at_once_and_the_course_cites_it()
    {
        Assert.IsType<OnlyTheManagerInstructs>(await GiveAsync("kobayashi", "受理した申請は直ちに検討すること"));
        Office.Fine(await GiveAsync("hoshino", "受理した申請は直ちに検討すること"));

        var id = await ReceivedAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal("examination", application.Step);
        var assigned = Assert.Single(application.Decisions, d => d.Verb == Verb.Assign);
        Assert.Equal("受理した申請は直ちに検討すること", assigned.Opinion);
        Assert.Equal((await Office.WhoAsync("hoshino")).Staff, assigned.By);
        Assert.Contains(await Office.NoticesAsync("kobayashi", id), n => n.Kind == "application.waiting" && n.At == application.DispatchedAt);

        Office.Fine(await Office.AskAsync<StandingOrders, Refusal?>("hoshino", (s, w) => s.EndAsync(w, X, Ct)));
        Office.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("assignment", (await Office.ReadAsync(await ReceivedAsync())).Step);
    }

    [Fact]
    public async Task gx_12_3_1_Given_a_received_form_When_anybody_but_the_manager_assigns_it_Then_refused()
    {
        var id = await ReceivedAsync();

        Assert.IsType<NoSeatInThisStep>(await Office.AssignAsync(id, "kobayashi"));
        Office.Fine(await Office.AssignAsync(id, "hoshino"));

        Assert.Contains("application.waiting", await Office.KindsAsync("kobayashi", id));
    }

    [Fact]
    public async Task gx_12_3_1_Given_an_urgent_form_When_nobody_examines_it_for_five_minutes_Then_manager_and_officer_are_reminded_once()
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 20);
        var id = await Office.UrgentFiledAsync();
        Office.Clock.SetJapan(2026, 6, 12, 22, 24);
        await Office.RemindAsync();
        Assert.DoesNotContain("reminder.urgent", await Office.KindsAsync("kobayashi", id));

        Office.Clock.SetJapan(2026, 6, 12, 22, 25);
        await Office.RemindAsync();
        Office.Clock.SetJapan(2026, 6, 12, 22, 26);
        await Office.RemindAsync();

        Assert.Single(await Office.KindsAsync("kobayashi", id), k => k == "reminder.urgent");
        Assert.Single(await Office.KindsAsync("hoshino", id), k => k == "reminder.urgent");
    }

    private async Task<PostApplicationId> ReceivedAsync(PostContent? content = null)
    {
        var id = await Office.BeginAsync(content ?? await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        return id;
    }

    private async Task DeputyAsync(string login)
    {
        var staff = (await Office.WhoAsync(login)).Staff;
        await Office.Store.DbAsync(
            async db =>
            {
                db.Add(new Deputy(Guid.NewGuid(), Office.Body, X, "operation-manager", null, staff, 1, new(2026, 6, 1), null, "職による代理"));
                return await db.SaveChangesAsync(Ct);
            },
            Office.Body);
    }

    private Task<Refusal?> GiveAsync(string login, string text) =>
        Office.AskAsync<StandingOrders, Refusal?>(login, (s, w) => s.GiveAsync(w, X, text, Ct));
}

public sealed class AssignmentOnSqlite(SqliteOffice store) : AssignmentTests(store), IClassFixture<SqliteOffice>;

public sealed class AssignmentOnPostgres(PostgresOffice store) : AssignmentTests(store), IClassFixture<PostgresOffice>;
