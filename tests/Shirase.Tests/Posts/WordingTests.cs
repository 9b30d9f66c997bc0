using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>文面の修正案: proposed by the officer, answered by the applicant's unit.</summary>
public abstract class WordingTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_3_2_b_2_Given_an_unanswered_proposal_When_a_PR_officer_publishes_Then_refused_for_want_of_consent()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ProposeAsync(id, Typographic));

        Assert.IsType<ProposalIsOpen>(await Office.ApproveAsync(id, "kobayashi"));
        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("gx-3-2-b-2", refusal.Clause);
        Assert.Contains("修正文面への申請所属の同意がありません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("wording.proposed", await Office.KindsAsync("tamura", id));
    }

    [Fact]
    public async Task gx_3_2_b_2_Given_typography_only_When_the_section_accepts_Then_both_versions_names_and_times_stand_and_the_heads_decision_is_carried_over()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ProposeAsync(id, Typographic));
        Office.Clock.Pass(TimeSpan.FromMinutes(5));
        Office.Fine(await Office.AnswerAsync(id, accepts: true));

        var application = await Office.ReadAsync(id);
        Assert.Equal([1, 2], application.Versions.Select(v => v.Number).Order());
        Assert.NotEqual(application.Versions.Single(v => v.Number == 1).Hash, application.Current.Hash);
        var (proposed, accepted) = (application.Decisions.Single(d => d.Verb == Verb.ProposeWording), application.Decisions.Single(d => d.Verb == Verb.AcceptWording));
        Assert.Equal((await Office.WhoAsync("kobayashi")).Staff, proposed.By);
        Assert.Equal((await Office.WhoAsync("tamura")).Staff, accepted.By);
        Assert.Equal(TimeSpan.FromMinutes(5), accepted.At - proposed.At);
        Assert.True(application.IsDecidedAt("unit-head"));
        Assert.Equal("examination", application.Step);
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Contains("お電話", (await Office.DeliveryAsync(id)).OutgoingText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_3_2_b_2_Given_more_than_typography_When_the_section_accepts_Then_the_head_decides_anew()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ProposeAsync(id, body => body.Replace("110番", "119番", StringComparison.Ordinal)));
        Office.Fine(await Office.AnswerAsync(id, accepts: true));

        var application = await Office.ReadAsync(id);
        Assert.Equal(ApplicationState.Returned, application.State);
        Assert.False(application.IsDecidedAt("unit-head"));
        Assert.NotNull(await Office.PublishAsync(id));
        Office.Fine(await Office.SubmitAsync(id));
        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_3_2_b_2_Given_a_proposal_When_the_section_declines_Then_a_reason_is_needed_and_the_officer_decides_on_the_text_as_it_stands()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ProposeAsync(id, Typographic));

        Assert.IsType<ReasonNeeded>(await Office.AnswerAsync(id, accepts: false));
        Assert.IsType<NotOfThisUnit>(await Office.AnswerAsync(id, accepts: true, login: "hoshino"));
        Office.Fine(await Office.AnswerAsync(id, accepts: false, "今の表現が正確であるため"));

        Assert.Contains("wording.answered", await Office.KindsAsync("kobayashi", id));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Assert.Equal(1, (await Office.ReadAsync(id)).Current.Number);
    }

    private static string Typographic(string body) => body.Replace("電話で", "お電話で", StringComparison.Ordinal);
}

public sealed class WordingOnSqlite(SqliteOffice store) : WordingTests(store), IClassFixture<SqliteOffice>;

public sealed class WordingOnPostgres(PostgresOffice store) : WordingTests(store), IClassFixture<PostgresOffice>;
