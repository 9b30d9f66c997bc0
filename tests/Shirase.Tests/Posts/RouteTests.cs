using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

public abstract class RouteTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task gx_12_4_1_Given_an_approved_item_When_published_Then_the_register_shows_officer_terminal_time_address_and_text()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Published, delivery.State);
        Assert.Equal((await Office.WhoAsync("takahashi")).Staff, delivery.OrderedBy);
        Assert.Equal(Office.Terminal, delivery.Terminal);
        Assert.NotNull(delivery.PublishedAt);
        Assert.StartsWith("http://localhost:5080/drill/gunma-police/posts/", delivery.Address, StringComparison.Ordinal);
        Assert.StartsWith("【特殊詐欺に注意】\n", delivery.OutgoingText, StringComparison.Ordinal);
        Assert.True(delivery.ReadBackMatches);
        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
        Assert.Contains(await Office.NoticesAsync("tamura", id), n => n.Kind == "delivery.published" && n.Text.Contains(delivery.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_12_1_2_Given_a_form_without_the_heads_decision_When_the_author_sends_it_Then_refused()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));

        var refusal = await Office.AskAsync<Shirase.Posts.Deciding, Core.Refusal?>("tamura", (d, w) => d.DispatchAsync(id, w, null, Ct));

        Assert.IsType<HeadHasNotDecided>(refusal);
        Assert.Equal("gx-12-1-2", refusal.Clause);
        Assert.Contains("所属長の決裁が必要です", refusal.Text.Ja, StringComparison.Ordinal);
    }
}

public sealed class RouteOnSqlite(SqliteOffice store) : RouteTests(store), IClassFixture<SqliteOffice>;

public sealed class RouteOnPostgres(PostgresOffice store) : RouteTests(store), IClassFixture<PostgresOffice>;
