using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>決裁, 代決 and 後閲.</summary>
public abstract class DecisionTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_12_1_2_Given_the_head_decided_When_one_character_is_changed_and_it_is_sent_Then_refused_and_a_new_decision_asked_for()
    {
        Office.Clock.SetJapan(2026, 6, 11, 23, 50);
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Clock.SetJapan(2026, 6, 12, 0, 10);
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await Office.EditAsync(id, c => c with { Body = c.Body.Replace("電話で", "電話では", StringComparison.Ordinal) }));

        var refusal = await Office.DispatchAsync(id, "発生が続き、来週では遅いため");

        Assert.Equal("gx-12-1-2", Assert.IsType<HeadDecisionIsVoid>(refusal).Clause);
        Office.Fine(await Office.SubmitAsync(id, shortNoticeReason: "発生が続き、来週では遅いため"));
        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Assert.Equal("assignment", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_12_1_2_Given_a_deputy_decided_When_the_head_looks_Then_the_later_inspection_waits_for_him_alone()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));

        Assert.IsType<ProxyNeedsReason>(await Office.ApproveAsync(id, "shimizu"));
        Office.Fine(await Office.ApproveAsync(id, "shimizu", "署長が出張のため"));

        var decision = Assert.Single((await Office.ReadAsync(id)).Decisions, d => d.IsUnsettled);
        Assert.True(decision.IsProxy);
        Assert.Equal((await Office.WhoAsync("negishi")).Staff, decision.ActsFor);
        Assert.Contains("decision.to-inspect", await Office.KindsAsync("negishi", id));
        Assert.IsType<NotYoursToSettle>(await Office.SettleAsync(id, "tamura"));
        Office.Fine(await Office.SettleAsync(id, "negishi"));
        var after = await Office.ReadAsync(id);
        Assert.DoesNotContain(after.Decisions, d => d.IsUnsettled);
        Assert.Equal(Verb.InspectLater, after.Decisions[^1].Verb);
    }

    [Fact]
    public async Task gx_12_1_2_Given_a_later_inspection_still_open_When_published_Then_it_goes_out_and_stays_open()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "shimizu", "署長が出張のため"));
        Office.Fine(await Office.AssignAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Published, application.State);
        Assert.Single(application.Decisions, d => d.IsUnsettled);
        Office.Fine(await Office.SettleAsync(id, "negishi"));
    }

    [Fact]
    public async Task gx_12_1_2_Given_the_author_of_the_text_When_he_decides_on_it_Then_refused()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.EditAsync(id, c => c with { Extension = "2212" }, "negishi"));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));

        Assert.IsType<TouchedContentCannotDecide>(await Office.ApproveAsync(id, "negishi"));
        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_12_1_2_Given_the_head_returns_it_When_no_reason_is_given_Then_not_saved_and_with_one_the_author_may_change_it()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));

        Assert.IsType<ReasonNeeded>(await Office.ReturnAsync(id, "negishi", " ", ""));
        Office.Fine(await Office.ReturnAsync(id, "negishi", "表現を改めること", ""));

        Assert.Equal(ApplicationState.Returned, (await Office.ReadAsync(id)).State);
        Assert.Contains("application.returned", await Office.KindsAsync("tamura", id));
        Office.Fine(await Office.EditAsync(id, c => c with { Subject = "特殊詐欺への注意" }));
        Assert.Equal(2, (await Office.ReadAsync(id)).Current.Number);
    }

    [Fact]
    public async Task gx_15_1_3_Given_somebody_outside_the_deputising_table_When_he_decides_Then_refused_with_the_names_of_those_who_may()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));

        var refusal = Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "tajima", "署長が不在のため"));

        Assert.Contains("根岸 正明", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("清水 健一", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.DoesNotContain((await Office.ReadAsync(id)).Decisions, d => d.Verb == Verb.Approve);
    }
}

public sealed class DecisionOnSqlite(SqliteOffice store) : DecisionTests(store), IClassFixture<SqliteOffice>;

public sealed class DecisionOnPostgres(PostgresOffice store) : DecisionTests(store), IClassFixture<PostgresOffice>;
