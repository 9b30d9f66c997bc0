using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Records;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>点検の統計: what became of findings, counted with the filing itself.</summary>
public abstract class CheckTallyTests(TestStore store) : OfficeTests(store)
{
    private const string WrongWeekday = "６月26日（木）に前橋警察署で防犯教室を開催します。";

    [Fact]
    public async Task Given_a_wrong_weekday_When_filing_is_refused_and_the_text_is_put_right_Then_the_rule_helped()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync(WrongWeekday));
        Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id));
        Office.Fine(await Office.EditAsync(id, c => c with { Body = WrongWeekday.Replace('木', '金') }));
        Office.Fine(await Office.SubmitAsync(id));

        var tally = await TallyAsync(id, "date-weekday");

        Assert.Equal((1, 1, 0, 1), (tally.Reported, tally.Mended, tally.Kept, tally.Stops));
        Assert.Equal(new DateOnly(2026, 6, 1), tally.Month);
    }

    [Fact]
    public async Task Given_a_warning_kept_with_a_reason_When_filed_Then_the_reason_is_found_and_the_tally_holds_no_words()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync(WrongWeekday));
        var finding = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id)).Finding;
        await KeepAsync(id, finding.Key, "主催者の案内のとおりに書くため");
        Office.Fine(await Office.SubmitAsync(id));

        var tally = await TallyAsync(id, finding.Rule);
        var kept = Assert.Single(Dismissal.Of(await Office.ReadAsync(id), finding.Rule));

        Assert.Equal((1, 0, 1), (tally.Reported, tally.Mended, tally.Kept));
        Assert.Equal(("主催者の案内のとおりに書くため", (await Office.WhoAsync("tamura")).Staff), (kept.Reason, kept.By));
        Assert.Equal(finding.Text, kept.Words);
        Assert.DoesNotContain("26", System.Text.Json.JsonSerializer.Serialize(new { tally.Rule, tally.Check, tally.Regulation }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_body_that_is_too_long_When_filed_twice_in_vain_Then_it_is_one_finding_and_two_stops()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync(new string('あ', 131)));
        Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));
        Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        var tally = await TallyAsync(id, "x-length-policy");

        Assert.Equal((1, 2, 0), (tally.Reported, tally.Stops, tally.Mended));
        Assert.Equal(ApplicationState.Draft, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task Given_findings_of_two_months_and_two_units_When_the_statistics_are_read_Then_month_and_unit_choose()
    {
        Office.Clock.SetJapan(2026, 5, 7);
        var may = await Office.BeginAsync(await Office.ContentAsync(new string('い', 131)));
        Assert.NotNull(await Office.SubmitAsync(may));
        var unit = (await Office.ReadAsync(may)).Unit;

        var all = await ReadAsync(new(2026, 5, 1), null);
        var own = await ReadAsync(new(2026, 5, 1), unit);
        var other = await ReadAsync(new(2026, 5, 1), new(Guid.NewGuid()));
        var april = await ReadAsync(new(2026, 4, 1), null);

        Assert.Equal(1, all.Single(r => r.Rule == "x-length-policy").Stops);
        Assert.Equal(all, own);
        Assert.Empty(other);
        Assert.Empty(april);
        Assert.Contains(new DateOnly(2026, 5, 1), await Office.Store.AskAsync<CheckTallies, IReadOnlyList<DateOnly>>(t => t.MonthsAsync(Office.Body, Ct), Office.Body));
    }

    private Task<IReadOnlyList<RuleTally>> ReadAsync(DateOnly month, UnitId? unit) =>
        Office.Store.AskAsync<CheckTallies, IReadOnlyList<RuleTally>>(t => t.ReadAsync(Office.Body, month, unit, Ct), Office.Body);

    private Task<CheckTally> TallyAsync(PostApplicationId id, string rule) =>
        Office.Store.DbAsync(db => db.CheckTallies.AsNoTracking().SingleAsync(t => t.Application == id && t.Rule == rule), Office.Body);

    private async Task KeepAsync(PostApplicationId id, string key, string reason)
    {
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [key] = reason };
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
    }
}

public sealed class CheckTallyOnSqlite(SqliteOffice store) : CheckTallyTests(store), IClassFixture<SqliteOffice>;

public sealed class CheckTallyOnPostgres(PostgresOffice store) : CheckTallyTests(store), IClassFixture<PostgresOffice>;
