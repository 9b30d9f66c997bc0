using Shirase.TestKit;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Storage;

/// <summary>A machine without the operating system's SQLite: the packaged library is the last resort (docs/decisions/0003).</summary>
public sealed class PackagedSqliteTests(SqliteStore store) : IClassFixture<SqliteStore>
{
    [Fact]
    public async Task Given_the_packaged_library_alone_When_the_product_starts_Then_it_answers_from_its_database()
    {
        var ct = TestContext.Current.CancellationToken;
        await store.SeedAsync(ct);
        await using var node = await Node.StartAsync(store, new Dictionary<string, string?> { ["SHIRASE_SQLITE"] = "packaged" }, ct);
        using var browser = new TestBrowser(node.Address);

        await browser.GetAsync("/site", ct);
        Assert.Contains("群馬県警察", browser.Page, StringComparison.Ordinal);

        Assert.Contains("libsqlite3", node.Said, StringComparison.Ordinal);
    }
}
