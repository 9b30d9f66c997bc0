using Shirase.TestKit;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>A production installation says where its public site is, or does not start.</summary>
public sealed class PublicAddressTests(SqliteStore store) : IClassFixture<SqliteStore>
{
    private const string Setting = "Channels:Website:BaseAddress";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Given_production_without_the_public_address_When_started_Then_refused_by_a_sentence_that_names_the_setting(string? unset)
    {
        var refused = await Assert.ThrowsAsync<NodeRefusedException>(
            () => Node.StartAsync(store, new Dictionary<string, string?> { [Setting] = unset }, Ct));

        Assert.Equal(2, refused.ExitCode);
        var sentence = Assert.Single(refused.Said.Split('\n'), s => s.StartsWith($"{Setting}: 住民が公開ページを開くアドレス", StringComparison.Ordinal));
        Assert.Contains("https://shirase.example.lg.jp/", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "https://shirase.example.jp/")]
    [InlineData("Development", null)]
    public async Task Given_the_address_or_no_production_When_started_Then_the_public_pages_answer(string environment, string? address)
    {
        await store.SeedAsync(Ct);
        await using var node = await Node.StartAsync(
            store, new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = environment, ["Installation:Sample"] = "false", [Setting] = address }, Ct);
        using var browser = new TestBrowser(node.Address);

        await browser.GetAsync("/site", Ct);

        Assert.Contains("群馬県警察", browser.Page, StringComparison.Ordinal);
    }
}
