using Shirase.Core.Channels;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests.X;

/// <summary>Every request that the channel makes, sent once more to Prism: X's own description decides whether its shape is right.</summary>
public sealed class PrismTests(XOffice office) : IClassFixture<XOffice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Uri Prism => Shape.Checker("SHIRASE_PRISM");

    [Fact]
    public async Task Given_every_request_of_the_channel_When_checked_by_Xs_own_description_Then_each_has_the_right_shape()
    {
        var prism = Prism;
        await EverythingAsync();
        var requests = office.Server.Requests.Where(r => r.Operation.Contains("/2/", StringComparison.Ordinal) && r.Operation != XServer.Token).ToList();
        string[] expected =
        [
            XServer.Create, XServer.Delete, XServer.Read, XServer.Timeline, XServer.Me, XServer.Repost, XServer.UndoRepost, "POST /2/media/upload/initialize",
            "POST /2/media/upload/{id}/append", "POST /2/media/upload/{id}/finalize", "GET /2/media/upload", "POST /2/media/metadata",
        ];
        Assert.Equal([], expected.Except(requests.Select(r => r.Operation)));

        var wrong = new List<string>();
        foreach (var request in requests)
        {
            if (await Shape.WrongAsync(prism, request.Method, request.PathAndQuery, request.ContentType, request.Body, Ct) is { } said)
            {
                wrong.Add(said);
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("POST", "/2/tweets", """{"text":"文面","no_such_field":1}""")]
    [InlineData("POST", "/2/tweets", """{"text":"文面","media":{"media_ids":["abc"]}}""")]
    [InlineData("POST", "/2/media/metadata", """{"metadata":{}}""")]
    [InlineData("GET", "/2/users/1/tweets?max_results=1000", null)]
    [InlineData("GET", "/2/no-such-path", null)]
    public async Task Given_a_request_of_the_wrong_shape_When_checked_Then_Prism_says_no(string method, string path, string? body)
    {
        Assert.NotNull(await Shape.WrongAsync(Prism, method, path, body is null ? null : "application/json", System.Text.Encoding.UTF8.GetBytes(body ?? ""), Ct));
    }

    private async Task EverythingAsync()
    {
        var x = office.NewByConsent();
        office.Server.Do(XFault.MediaTakesTime, "POST /2/media/upload/initialize");
        var image = new DeliveryImage(TestKit.Images.PngFile.Of(30, 20), "image/png", "地図の説明", 30, 20);
        var letter = x.Letter("形を確かめます https://www.example.lg.jp/") with { Images = [image] };
        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(letter, Ct));
        Assert.NotNull(await x.FindAsync(letter, Ct));
        Assert.NotNull(await x.ReadAsync(published.Id, Ct));
        Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("続きの形を確かめます") with { ContinuationOf = published.Id }, Ct));
        var reposter = office.NewByConsent();
        var repost = Assert.IsType<DeliveryOutcome.Published>(await reposter.PublishAsync(x.Letter("") with { RepostOf = published.Address.ToString() }, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await reposter.RemoveAsync(repost.Id, Ct));
        Assert.NotNull(await x.Channel.WhoAmIAsync(x.Account, Ct));
        x.User.Profile.Follows.Add("stranger");
        Assert.NotNull(await x.Channel.ProfileAsync(x.Account, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await x.RemoveAsync(published.Id, Ct));
    }
}
