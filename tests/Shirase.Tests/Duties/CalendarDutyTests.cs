using Shirase.Core.Duties;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>What the calendar opens; alone on its store, as days pass.</summary>
public abstract class CalendarDutyTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_2_2_Given_the_first_of_a_month_When_it_comes_Then_the_PR_officers_have_to_look_at_the_terms_within_five_working_days_and_say_which_page_they_saw()
    {
        await Office.LookAsync();
        Assert.Empty(await Office.DutiesAsync("terms-review"));
        await Office.LookAtAsync(Japan(6, 30, 23, 59));
        Assert.Empty(await Office.DutiesAsync("terms-review"));

        // No node ran for a day: the first is not missed, and it counts from its own day
        await Office.LookAtAsync(Japan(7, 2, 9));
        await Office.LookAtAsync(Japan(7, 3, 9));

        var duties = await Office.DutiesAsync("terms-review");
        Assert.Equal(duties.Select(d => d.Subject).Distinct().Count(), duties.Count);
        Assert.All(duties, d => Assert.Equal((Japan(7, 7, 23, 59), "2026-07-01"), (d.Due, d.Occasion)));
        Assert.IsType<EvidenceIsMissing>(await Office.CloseAsync(duties[0].Id, "takahashi", null, null, new(0, [])));
        Office.Clock.SetJapan(2026, 7, 3, 9, 30);
        TestKit.Posts.Office.Fine(await Office.CloseAsync(duties[0].Id, "takahashi", null, "https://x.com/ja/tos", new(0, [])));
        var done = (await Office.DutiesAsync("terms-review")).Single(d => d.Id == duties[0].Id);
        Assert.Equal(((await Office.WhoAsync("takahashi")).Staff, Japan(7, 3, 9, 30), "https://x.com/ja/tos"), (done.ClosedBy!.Value, done.ClosedAt!.Value, done.Evidence));

        await Office.LookAtAsync(Japan(8, 1, 9));
        Assert.Equal(duties.Count * 2, (await Office.DutiesAsync("terms-review")).Count);
    }
}

public sealed class CalendarDutyOnSqlite(SqliteDutyOffice store) : CalendarDutyTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class CalendarDutyOnPostgres(PostgresDutyOffice store) : CalendarDutyTests(store), IClassFixture<PostgresDutyOffice>;
