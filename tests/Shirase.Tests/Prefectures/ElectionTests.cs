using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>The calendar of elections, and what it says of a message.</summary>
public abstract class ElectionTests(TestStore store) : IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 14, 10);
        await store.DbAsync(db => db.ElectionPeriods.ExecuteDeleteAsync(Ct));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_6_1_i_3_Given_an_election_in_the_calendar_When_a_message_falls_into_it_Then_the_entry_is_shown_And_on_the_day_after_no_more()
    {
        Office.Fine(await EnterAsync("県議会議員補欠選挙", new(2026, 5, 8), new(2026, 5, 17)));

        Assert.Contains("県議会議員補欠選挙", Assert.Single(await FoundAsync("桃の花が見頃です。", 14)).Message.Ja, StringComparison.Ordinal);
        Assert.Single(await FoundAsync("桃の花が見頃です。", 17));
        Assert.Empty(await FoundAsync("桃の花が見頃です。", 18));
        Assert.Empty(await FoundAsync("知事が来場します。", 18));
    }

    [Fact]
    public async Task to_6_1_i_3_Given_an_election_next_week_When_a_text_speaks_of_a_politician_Then_the_entry_is_shown_already()
    {
        Office.Fine(await EnterAsync("知事選挙", new(2026, 5, 21), new(2026, 6, 7)));

        var found = Assert.Single(await FoundAsync("大臣が道の駅を視察します。", 14));

        Assert.Equal(("to-6-1-i-3", Effect.Inform, "大臣"), (found.Clause, found.Effect, found.Text));
        Assert.Empty(await FoundAsync("桃の花が見頃です。", 14));
    }

    [Fact]
    public async Task Given_days_that_are_missing_or_turned_round_When_entered_Then_refused_And_what_is_entered_can_be_removed()
    {
        Assert.IsType<ElectionIsIncomplete>(await EnterAsync(" ", new(2026, 5, 8), new(2026, 5, 17)));
        Assert.IsType<ElectionIsIncomplete>(await EnterAsync("市長選挙", null, new(2026, 5, 17)));
        Assert.IsType<ElectionEndsBefore>(await EnterAsync("市長選挙", new(2026, 5, 17), new(2026, 5, 8)));
        Office.Fine(await EnterAsync("市長選挙", new(2026, 5, 8), new(2026, 5, 17)));
        var id = await store.DbAsync(db => db.ElectionPeriods.Select(e => e.Id).SingleAsync(Ct), Tochigi.Body);

        Office.Fine(await Tochigi.AskAsync<KeepElections, Refusal?>("shinohara", (k, w) => k.RemoveAsync(new Doer(w.Body, w.Staff, store.Clock.Now), id, Ct)));

        Assert.Empty(await FoundAsync("桃の花が見頃です。", 14));
    }

    private Task<Refusal?> EnterAsync(string name, DateOnly? from, DateOnly? to) =>
        Tochigi.AskAsync<KeepElections, Refusal?>("shinohara", (k, w) => k.EnterAsync(new Doer(w.Body, w.Staff, store.Clock.Now), name, from, to, Ct));

    private async Task<IReadOnlyList<Finding>> FoundAsync(string text, int day)
    {
        var content = await Tochigi.ContentAsync(text) with { DesiredAt = new DateTimeOffset(2026, 5, day, 11, 0, 0, JapanTime.Offset) };
        var regulation = TestStore.Regulations.Versions("tochigi-social-media")[^1];
        var unit = await store.DbAsync(db => db.Units.AsNoTracking().FirstAsync(u => u.Body == Tochigi.Body, Ct), Tochigi.Body);
        var found = await store.AskAsync<Screening, IReadOnlyList<Finding>>(s => s.FindAsync(regulation, content, unit, Stage.Draft, store.Clock.Now, null, null, null, Ct), Tochigi.Body);
        return [.. found.Where(f => f.Check == "election-period")];
    }
}

public sealed class ElectionsOnSqlite(SqlitePrefectures store) : ElectionTests(store), IClassFixture<SqlitePrefectures>;

public sealed class ElectionsOnPostgres(PostgresPrefectures store) : ElectionTests(store), IClassFixture<PostgresPrefectures>;
