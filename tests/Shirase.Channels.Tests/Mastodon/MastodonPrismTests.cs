using System.Text;
using System.Text.Json.Nodes;
using Shirase.Core.Channels;
using Shirase.TestKit.Images;
using Shirase.TestKit.Platforms;
using Xunit;

namespace Shirase.Channels.Tests.Mastodon;

/// <summary>Every request to a server, sent once more to Prism: the description of Mastodon's API decides whether its shape is right.</summary>
public sealed class MastodonPrismTests(MastodonOffice office) : IClassFixture<MastodonOffice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Uri Prism => Shape.Checker("SHIRASE_PRISM_MASTODON");

    [Fact]
    public async Task Given_every_request_of_the_channel_When_checked_by_the_description_Then_each_has_the_right_shape()
    {
        var prism = Prism;
        await EverythingAsync();
        string[] expected =
        [
            MastodonServer.Me, MastodonServer.Create, MastodonServer.Read, MastodonServer.Source, MastodonServer.Delete, MastodonServer.Timeline,
            MastodonServer.Upload, MastodonServer.Media,
        ];
        Assert.Equal([], expected.Except(office.Server.Requests.Select(r => r.Operation)));

        var wrong = new List<string>();
        foreach (var request in office.Server.Requests)
        {
            foreach (var body in Bodies(request))
            {
                if (await Shape.WrongAsync(prism, request.Method, request.PathAndQuery, request.ContentType, body, Ct) is { } said)
                {
                    wrong.Add(said);
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.All(office.Server.Requests, r => Assert.Equal(r.Operation == MastodonServer.Create, Guid.TryParse(r.IdempotencyKey, out _)));
    }

    [Theory]
    [InlineData("POST", "/api/v1/statuses", """{"status":"文面","visibility":"everybody"}""")]
    [InlineData("POST", "/api/v1/statuses", """{"visibility":"public"}""")]
    [InlineData("GET", "/api/v1/accounts/1/statuses?limit=many", null)]
    [InlineData("GET", "/api/v9/no-such-path", null)]
    public async Task Given_a_request_of_the_wrong_shape_When_checked_Then_Prism_says_no(string method, string path, string? body) =>
        Assert.NotNull(await Shape.WrongAsync(Prism, method, path, body is null ? null : "application/json", Encoding.UTF8.GetBytes(body ?? ""), Ct));

    // The description means "text, or media and perhaps text" and says "exactly one": a post with both is checked as each
    private static IEnumerable<byte[]> Bodies(PlatformRequest request)
    {
        if (request.Operation != MastodonServer.Create || JsonNode.Parse(request.Body) is not JsonObject body || !body.ContainsKey("media_ids"))
        {
            return [request.Body];
        }

        return new[] { "status", "media_ids" }.Select(left =>
        {
            var one = (JsonObject)body.DeepClone();
            one.Remove(left);
            return Encoding.UTF8.GetBytes(one.ToJsonString());
        });
    }

    private async Task EverythingAsync()
    {
        var mastodon = office.New();
        office.Server.Do(PlatformFault.MediaTakesTime, MastodonServer.Upload);
        var image = new DeliveryImage(PngFile.Of(30, 20), "image/png", "地図の説明", 30, 20);
        var letter = mastodon.Letter("形を確かめます https://www.example.lg.jp/") with { Images = [image] };
        var published = Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(letter, Ct));
        Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(mastodon.Letter("図はありません"), Ct));
        Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(mastodon.Letter("続きの形を確かめます") with { ContinuationOf = published.Id }, Ct));
        Assert.NotNull(await mastodon.FindAsync(letter, Ct));
        Assert.NotNull(await mastodon.ReadAsync(published.Id, Ct));
        Assert.NotNull(await mastodon.Channel.WhoAmIAsync(mastodon.Account, Ct));
        mastodon.User.Profile.Follows.Add("stranger");
        Assert.NotNull(await mastodon.Channel.ProfileAsync(mastodon.Account, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await mastodon.RemoveAsync(published.Id, Ct));
    }
}
