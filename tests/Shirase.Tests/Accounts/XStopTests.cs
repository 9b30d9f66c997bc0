using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.Posts;
using Shirase.TestKit.Images;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>What leaves and what stays when everything is stopped, or two applications look alike, on a platform without a key of ours.</summary>
public abstract class XStopTests(TestStore store, Func<XServer> server) : OfficeTests(store)
{
    private XServer Server => server();

    [Fact]
    public async Task gx_14_1_1_Given_images_on_their_way_up_When_everything_is_stopped_Then_the_post_does_not_go_out_and_is_held()
    {
        var user = Server.AddUser();
        var account = await Office.ConnectXAsync(user);
        var id = await Office.ReadyAsync(await PictureAsync() with { Accounts = [account.Value] });
        Server.SlowBy = TimeSpan.FromSeconds(1);
        Server.Do(XFault.Slow, XServer.AppendMedia);
        var before = Server.Requests.Count;
        Office.Fine(await Office.PublishAsync(id));

        var sending = Office.RunJobsAsync();
        while (!Server.Requests.Skip(before).Any(r => r.Operation == "POST /2/media/upload/initialize"))
        {
            await Task.Delay(10, Ct);
        }

        Office.Fine(await Office.AskAsync<Freezing, Refusal?>("takahashi", (f, w) => f.FreezeAsync(w, account, "誤りの疑い", Ct)));
        await sending;
        await Office.RunJobsAsync();

        Assert.Equal(0, Server.CountOf(user));
        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Held, delivery.State);
        Assert.Contains("一斉停止中", delivery.TroubleText().Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_12_4_1_Given_two_deliveries_of_equal_words_When_the_answer_of_the_second_is_lost_Then_the_post_of_the_first_is_not_taken_for_it()
    {
        var user = Server.AddUser();
        var account = await Office.ConnectXAsync(user);
        var content = await Office.ContentAsync("自転車の鍵かけをお願いします。") with { Accounts = [account.Value] };
        var second = await Office.ReadyAsync(content);
        var first = await Office.PublishedAsync(content);
        Server.Do(XFault.BreakBefore);

        Office.Fine(await Office.PublishAsync(second));
        await Office.RunJobsAsync();
        for (var i = 0; i < 6; i++)
        {
            Office.Clock.Pass(TimeSpan.FromSeconds(20));
            await Office.RunJobsAsync();
        }

        Assert.Equal(1, Server.CountOf(user));
        var (stands, unknown) = (await Office.DeliveryAsync(first), await Office.DeliveryAsync(second));
        Assert.Equal((DeliveryState.Published, DeliveryState.Unknown), (stands.State, unknown.State));
        Assert.NotEqual(stands.RemoteId, unknown.RemoteId);
    }

    private async Task<PostContent> PictureAsync()
    {
        var content = await Office.ContentAsync();
        var draft = await Office.BeginAsync(content);
        var attached = await Office.AskAsync<Attaching, Result<MediaItem>>("tamura", (a, w) => a.AttachAsync(draft, w, PngFile.Of(64, 64), Ct));
        Assert.True(attached.IsDone, attached.Refusal?.Text.Ja);
        return content with
        {
            Media = [attached.Value with { Alt = "注意を呼びかける絵", Origin = "広報係が作成", RightHolder = "群馬県警察", Basis = "own-work", PersonsConsent = "人物は写っていない" }],
        };
    }
}

public sealed class XStopOnSqlite(XSqliteOffice store) : XStopTests(store, () => store.Server), IClassFixture<XSqliteOffice>;

public sealed class XStopOnPostgres(XPostgresOffice store) : XStopTests(store, () => store.Server), IClassFixture<XPostgresOffice>;
