using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>協議 on what the regulation leaves open.</summary>
public abstract class ConsultationTests(TestStore store) : OfficeTests(store)
{
    private const string Outcome = "動画は30秒以内とする";

    [Fact]
    public async Task gx_16_Given_only_one_side_confirmed_When_publishing_Then_refused_while_the_consultation_is_open()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Assert.IsType<ReasonNeeded>(await Office.ConsultAsync(id, " ", "kobayashi"));
        Office.Fine(await Office.ConsultAsync(id, "動画の長さをどうするか", "kobayashi"));
        Assert.Contains("consultation.opened", await Office.KindsAsync("tamura", id));
        Office.Fine(await Office.AgreeAsync(id, Outcome, "tamura"));

        Assert.Equal("gx-16", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);

        Office.Fine(await Office.AgreeAsync(id, Outcome, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task gx_16_Given_both_sides_confirm_the_wording_When_it_is_read_Then_both_names_stand_and_another_wording_needs_both_anew()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ConsultAsync(id, "動画の長さをどうするか", "tamura"));
        Office.Fine(await Office.AgreeAsync(id, "動画は60秒以内とする", "tamura"));
        Office.Fine(await Office.AgreeAsync(id, Outcome, "kobayashi"));
        var half = Assert.Single((await Office.ReadAsync(id)).Consultations);
        Assert.True(half.IsOpen);
        Assert.Null(half.ApplicantBy);

        Office.Fine(await Office.AgreeAsync(id, Outcome, "sekiguchi"));

        var consultation = Assert.Single((await Office.ReadAsync(id)).Consultations);
        Assert.False(consultation.IsOpen);
        Assert.Equal((Outcome, (await Office.WhoAsync("sekiguchi")).Staff, (await Office.WhoAsync("kobayashi")).Staff),
            (consultation.Outcome, consultation.ApplicantBy!.Value, consultation.PublicRelationsBy!.Value));
        Assert.IsType<NothingToSettle>(await Office.AgreeAsync(id, "別の結果", "kobayashi"));
    }

    [Fact]
    public async Task gx_16_Given_somebody_of_neither_side_When_confirming_Then_refused()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Fine(await Office.ConsultAsync(id, "動画の長さをどうするか", "kobayashi"));

        Assert.IsType<NotOfThisUnit>(await Office.AgreeAsync(id, Outcome, "takahashi"));
        Assert.IsType<CaseNotFound>(await Office.AgreeAsync(id, Outcome, "nakajima"));
    }
}

public sealed class ConsultationOnSqlite(SqliteOffice store) : ConsultationTests(store), IClassFixture<SqliteOffice>;

public sealed class ConsultationOnPostgres(PostgresOffice store) : ConsultationTests(store), IClassFixture<PostgresOffice>;
