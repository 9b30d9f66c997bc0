using System.Text;
using Shirase.Core.Channels;
using Shirase.TestKit.Images;
using Shirase.TestKit.Platforms;
using Xunit;

namespace Shirase.Channels.Tests.Facebook;

/// <summary>Every request to a Page, sent once more to Prism: the description of the Pages API decides whether its shape is right.</summary>
public sealed class FacebookPrismTests(FacebookOffice office) : IClassFixture<FacebookOffice>
{
    // The description holds Pages only: these are addresses of tokens
    private static readonly string[] Undescribed = [FacebookServer.Me, FacebookServer.Accounts, FacebookServer.Token, FacebookServer.Debug];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Uri Prism => Shape.Checker("SHIRASE_PRISM_FACEBOOK");

    [Fact]
    public async Task Given_every_request_of_the_channel_When_checked_by_the_description_of_Pages_Then_each_has_the_right_shape()
    {
        var prism = Prism;
        await EverythingAsync();
        var requests = office.Server.Requests.Where(r => !Undescribed.Contains(r.Operation)).ToList();
        string[] expected =
        [
            FacebookServer.Feed, FacebookServer.Photos, FacebookServer.Published, FacebookServer.Comments, FacebookServer.Read, FacebookServer.Delete,
            FacebookServer.Hide,
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
    [InlineData("POST", "/v25.0/1/feed", """{"message":"文面","no_such_field":1}""")]
    [InlineData("POST", "/v25.0/page-name/feed", """{"message":"文面"}""")]
    [InlineData("POST", "/v25.0/1/feed", """{"message":"文面","published":"maybe"}""")]
    [InlineData("GET", "/v25.0/1/published_posts?limit=many", null)]
    [InlineData("GET", "/25/1/no-such-path", null)]
    public async Task Given_a_request_of_the_wrong_shape_When_checked_Then_Prism_says_no(string method, string path, string? body) =>
        Assert.NotNull(await Shape.WrongAsync(Prism, method, path, body is null ? null : "application/json", Encoding.UTF8.GetBytes(body ?? ""), Ct));

    private async Task EverythingAsync()
    {
        var facebook = office.New();
        var image = new DeliveryImage(PngFile.Of(30, 20), "image/png", "地図の説明", 30, 20);
        var letter = facebook.Letter("形を確かめます https://www.example.lg.jp/") with { Images = [image, image] };
        var published = Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(letter, Ct));
        Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(facebook.Letter("図はありません"), Ct));
        Assert.NotNull(await facebook.FindAsync(letter, Ct));
        Assert.NotNull(await facebook.ReadAsync(published.Id, Ct));
        var comment = office.Server.Write(published.Id.Value, "住民", "ありがとう");
        Assert.Single(await facebook.Channel.CommentsAsync(facebook.Account, published.Id, 50, Ct));
        Assert.Null(await facebook.Channel.HideAsync(facebook.Account, new(comment), true, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await facebook.RemoveAsync(published.Id, Ct));
    }
}
