using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>Facts that the application states are asked again at every later stage.</summary>
public abstract class StatedFactsTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_15_2_2_Given_an_approved_text_that_is_no_drill_When_it_is_called_one_afterwards_Then_the_gate_is_closed()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Assert.All((await Office.GateAsync(id)).Where(l => l.Gate == "checks"), l => Assert.True(l.Passed, l.Detail.Ja));

        // Nobody can: the approved version is frozen. Stored otherwise behind the back of the system, it must still not leave
        var drill = (await Office.ReadAsync(id)).Current.Content with { Training = true };
        await Office.Store.DbAsync(async db => await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database, $"UPDATE content_versions SET content_json = {drill.ToJson()}, hash = {drill.Hash()} WHERE application_id = {id.Value}", Ct), Office.Body);

        var line = (await Office.GateAsync(id)).Single(l => l.Gate == "checks");
        Assert.False(line.Passed);
        Assert.Contains("訓練", line.Detail.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_13_4_1_Given_a_correction_When_its_words_say_nothing_of_one_Then_the_check_knows_it_all_the_same()
    {
        var wrong = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Fine(await Office.ReportErrorAsync(wrong, "電話番号が違う"));
        Office.Fine(await Office.RemoveAsync(wrong, why: "電話番号の誤り"));
        await Office.RunJobsAsync();
        Office.Fine(await Office.WriteCorrectionAsync(wrong));
        var begun = await Office.CorrectAsync(wrong);
        Assert.True(begun.IsDone, begun.Refusal?.Text.Ja);
        Office.Fine(await Office.EditAsync(begun.Value, c => c with { Subject = "相談電話", Body = "不審な電話は#9110へ。", DesiredAt = new DateTimeOffset(2026, 6, 18, 10, 0, 0, TimeSpan.FromHours(9)) }));

        var refusal = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(begun.Value));

        Assert.Equal("correction-incomplete", refusal.Finding.Check);
    }
}

public sealed class StatedFactsOnSqlite(SqliteOffice store) : StatedFactsTests(store), IClassFixture<SqliteOffice>;

public sealed class StatedFactsOnPostgres(PostgresOffice store) : StatedFactsTests(store), IClassFixture<PostgresOffice>;
