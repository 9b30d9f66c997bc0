using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.People;
using Shirase.Samples;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.People;

public abstract class ImportTests(TestStore store) : IAsyncLifetime
{
    private const string Heading = "ログイン名,氏名,氏名（英字）,所属コード,役職,係,階級,所属長,発令日\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await store.SeedAsync(Ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_table_with_or_without_mark_When_imported_Then_everybody_is_entered(bool mark)
    {
        var login = $"imported-{mark}";
        var text = Heading + $"{login},\"伊藤, 次郎\",ITO Jiro,takasaki,係員,,巡査長,,2026年4月1日\r\n\r\n";

        var done = await StaffAsync((mark ? "\uFEFF" : "") + text);

        Assert.Empty(done.Problems);
        Assert.Equal("伊藤, 次郎", await store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Name).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Given_three_wrong_lines_When_imported_Then_all_are_named_with_their_lines_and_nobody_is_entered()
    {
        var done = await StaffAsync(Heading
            + "good-one,良い 人,,takasaki,係員,,巡査,,2026-04-01\n"
            + "bad-unit,無い 所属,,nowhere,係員,,大将,,2026-04-01\n"
            + "bad-day,悪い 日付,,takasaki,係員,,巡査,,4月\n"
            + "good-one,同じ 名前,,takasaki,係員,,巡査,,2026-04-01\n");

        Assert.Equal([3, 3, 4, 5], done.Problems.Select(p => p.Line));
        Assert.False(await store.DbAsync(db => db.Staff.AnyAsync(s => s.LoginName == "good-one", Ct)));
    }

    [Fact]
    public async Task Given_a_file_in_another_encoding_When_imported_Then_refused_with_a_sentence()
    {
        var done = await store.AskAsync<Import, Imported>(i => i.StaffAsync(Doer, new MemoryStream([0x83, 0x8D, 0x83, 0x4F]), Ct));

        Assert.Contains("UTF-8", Assert.Single(done.Problems).Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_two_people_who_change_places_When_imported_Then_both_transfers_stand()
    {
        await StaffAsync(Heading
            + "head-a,甲,,kiryu,署長,,警視,○,2025-04-01\n"
            + "head-b,乙,,ota,署長,,警視,○,2025-04-01\n");

        var done = await store.AskAsync<Import, Imported>(i => i.TransfersAsync(Doer, Csv(
            "ログイン名,所属コード,役職,係,階級,所属長,発令日\nhead-a,ota,署長,,警視,○,2026/4/1\nhead-b,kiryu,署長,,警視,○,2026/4/1\n"), Ct));

        Assert.Empty(done.Problems);
        var heads = await store.DbAsync(db => (
            from p in db.Postings
            join s in db.Staff on p.Staff equals s.Id
            join u in db.Units on p.Unit equals u.Id
            where p.IsHead && p.To == null && (u.Code == "ota" || u.Code == "kiryu")
            orderby u.Code
            select s.LoginName).ToListAsync(Ct));
        Assert.Equal(["head-b", "head-a"], heads);
    }

    private Doer Doer => new(SampleCast.Gunma, null, store.Clock.Now);

    private Task<Imported> StaffAsync(string text) => store.AskAsync<Import, Imported>(i => i.StaffAsync(Doer, Csv(text), Ct));

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));
}

public sealed class ImportOnSqlite(SqliteStore store) : ImportTests(store), IClassFixture<SqliteStore>;

public sealed class ImportOnPostgres(PostgresStore store) : ImportTests(store), IClassFixture<PostgresStore>;
