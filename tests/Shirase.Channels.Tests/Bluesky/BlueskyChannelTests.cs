using System.Text;
using System.Text.Json;
using Shirase.Core.Channels;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Images;
using Xunit;

namespace Shirase.Channels.Tests.Bluesky;

/// <summary>What is Bluesky's own: facets, images, reposts, addresses.</summary>
public sealed class BlueskyChannelTests(PdsServer server) : IClassFixture<PdsServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_links_and_hashtags_in_Japanese_text_When_published_Then_the_bytes_of_each_facet_are_its_words()
    {
        var bluesky = await BlueskyAsync();
        const string text = "👮‍♀️防犯 #群馬県警 の詳細はhttps://www.police.pref.gunma.jp/a?b=1&c=髙。\nwww.pref.gunma.jp/bosai と ＃防災 、 mail@example.lg.jp は対象外";

        var published = Assert.IsType<DeliveryOutcome.Published>(await bluesky.PublishAsync(bluesky.Letter(text), Ct));

        var record = (await server.RecordAsync(published.Id, Ct)).GetProperty("value");
        var bytes = Encoding.UTF8.GetBytes(record.GetProperty("text").GetString()!);
        var facets = record.GetProperty("facets").EnumerateArray().Select(f => (Words: Slice(bytes, f), Feature: f.GetProperty("features")[0])).ToList();
        Assert.Equal(
            ["#群馬県警", "https://www.police.pref.gunma.jp/a?b=1&c=", "www.pref.gunma.jp/bosai", "＃防災"],
            facets.Select(f => f.Words));
        Assert.Equal("群馬県警", facets[0].Feature.GetProperty("tag").GetString());
        Assert.Equal("https://www.police.pref.gunma.jp/a?b=1&c=", facets[1].Feature.GetProperty("uri").GetString());
        Assert.Equal("https://www.pref.gunma.jp/bosai", facets[2].Feature.GetProperty("uri").GetString());
        Assert.Equal("防災", facets[3].Feature.GetProperty("tag").GetString());
        Assert.Equal("ja", record.GetProperty("langs")[0].GetString());
    }

    [Fact]
    public async Task Given_four_images_When_published_Then_bytes_alternative_texts_and_shapes_stand()
    {
        var bluesky = await BlueskyAsync();
        var images = Enumerable.Range(1, 4).Select(i => new DeliveryImage(PngFile.Of(20 * i, 10), "image/png", $"図{i}の説明", 20 * i, 10)).ToList();

        var published = Assert.IsType<DeliveryOutcome.Published>(
            await bluesky.PublishAsync(bluesky.Letter("四枚の図") with { Images = images }, Ct));

        var stored = (await server.RecordAsync(published.Id, Ct)).GetProperty("value").GetProperty("embed").GetProperty("images");
        Assert.Equal(4, stored.GetArrayLength());
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(images[i].Alt, stored[i].GetProperty("alt").GetString());
            Assert.Equal(images[i].Bytes.Length, stored[i].GetProperty("image").GetProperty("size").GetInt32());
            Assert.Equal(images[i].Width, stored[i].GetProperty("aspectRatio").GetProperty("width").GetInt32());
        }
    }

    [Fact]
    public async Task Given_somebodys_post_When_reposted_Then_the_original_author_and_text_read_back()
    {
        var partner = await BlueskyAsync();
        var own = partner.Account with { };
        var original = Assert.IsType<DeliveryOutcome.Published>(await partner.PublishAsync(partner.Letter("大雨に警戒してください"), Ct));
        var us = new BlueskyUnderTest(server, partner.Channel, await server.NewAccountAsync(Ct));
        var letter = us.Letter("") with { RepostOf = original.Address.ToString() };

        var first = Assert.IsType<DeliveryOutcome.Published>(await us.PublishAsync(letter, Ct));
        var second = Assert.IsType<DeliveryOutcome.Published>(await us.PublishAsync(letter, Ct));

        Assert.Equal(first, second);
        var read = await us.FindAsync(letter, Ct);
        Assert.Equal("大雨に警戒してください", read?.Text);
        Assert.Equal(own.Handle, read?.OriginalAuthorHandle);
        Assert.Equal(us.Account.Handle, read?.AuthorHandle);
        Assert.Equal(original.Id.Value, (await server.RecordAsync(first.Id, Ct)).GetProperty("value").GetProperty("subject").GetProperty("uri").GetString());
        Assert.IsType<DeliveryOutcome.Removed>(await us.RemoveAsync(first.Id, Ct));
        Assert.Null(await us.FindAsync(letter, Ct));
        Assert.NotNull(await partner.ReadAsync(original.Id, Ct));
    }

    [Theory]
    [InlineData("https://bsky.app/profile/{handle}/post/{rkey}")]
    [InlineData("https://bsky.app/profile/{did}/post/{rkey}?ref=x")]
    [InlineData("at://{did}/app.bsky.feed.post/{rkey}")]
    [InlineData("at://{handle}/app.bsky.feed.post/{rkey}")]
    public async Task Given_a_posts_address_When_looked_up_Then_author_and_text_are_found(string pattern)
    {
        var bluesky = await BlueskyAsync();
        var published = Assert.IsType<DeliveryOutcome.Published>(await bluesky.PublishAsync(bluesky.Letter("探してください"), Ct));
        var parts = published.Id.Value.Split('/');
        var address = pattern
            .Replace("{handle}", bluesky.Account.Handle, StringComparison.Ordinal)
            .Replace("{did}", parts[2], StringComparison.Ordinal)
            .Replace("{rkey}", parts[4], StringComparison.Ordinal);

        var found = await bluesky.Channel.LookUpAsync(bluesky.Account, address, Ct);

        Assert.Equal("探してください", found?.Text);
        Assert.Equal(bluesky.Account.Handle, found?.AuthorHandle);
        Assert.Equal(published.Id, found?.Id);
        Assert.Equal(found, await bluesky.Channel.LookUpAsync(bluesky.Account, published.Address.ToString(), Ct), SamePost);
    }

    [Theory]
    [InlineData("https://bsky.app/profile/nobody-of-that-name.test/post/3aaaaaaaaaa22")]
    [InlineData("https://evil.example/profile/a.test/post/3aaaaaaaaaa22")]
    [InlineData("https://bsky.app/profile/a.test")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("ただの文字")]
    public async Task Given_an_address_without_a_post_When_looked_up_Then_there_is_nothing(string address)
    {
        var bluesky = await BlueskyAsync();

        Assert.Null(await bluesky.Channel.LookUpAsync(bluesky.Account, address, Ct));
    }

    [Fact]
    public async Task Given_an_account_of_a_service_that_is_not_configured_When_published_Then_nothing_is_called()
    {
        var bluesky = await BlueskyAsync();
        await using var proxy = await ForwardingProxy.StartAsync(server.Address, "createSession", OnTheWay.Answer503, Ct);
        var delivery = bluesky.Delivery(bluesky.Letter("知らない宛先")) with { Account = bluesky.Account with { Service = proxy.Address } };

        var outcome = await bluesky.Channel.PublishAsync(delivery, Ct);

        Assert.Equal(RefusedBecause.NotSupported, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(0, proxy.Met);
    }

    [Fact]
    public async Task Given_another_accounts_post_When_removed_Then_it_is_refused_and_stands()
    {
        var partner = await BlueskyAsync();
        var original = Assert.IsType<DeliveryOutcome.Published>(await partner.PublishAsync(partner.Letter("他人の投稿"), Ct));
        var us = new BlueskyUnderTest(server, partner.Channel, await server.NewAccountAsync(Ct));

        Assert.Equal(RefusedBecause.Forbidden, Assert.IsType<DeliveryOutcome.Refused>(await us.RemoveAsync(original.Id, Ct)).Because);

        Assert.NotNull(await partner.ReadAsync(original.Id, Ct));
    }

    [Fact]
    public async Task Given_a_file_that_is_no_image_When_published_Then_it_is_refused_as_bad_media()
    {
        var bluesky = await BlueskyAsync();
        var letter = bluesky.Letter("図ではありません") with { Images = [new(new byte[10], "application/zip", "図", 1, 1)] };

        Assert.Equal(RefusedBecause.BadMedia, Assert.IsType<DeliveryOutcome.Refused>(await bluesky.PublishAsync(letter, Ct)).Because);
    }

    private Task<BlueskyUnderTest> BlueskyAsync() => server.SharedAsync(Ct);

    private static bool SamePost(RemotePost? a, RemotePost? b) => a?.Id == b?.Id && a?.Address == b?.Address;

    private static string Slice(byte[] bytes, JsonElement facet)
    {
        var index = facet.GetProperty("index");
        return Encoding.UTF8.GetString(bytes[index.GetProperty("byteStart").GetInt32()..index.GetProperty("byteEnd").GetInt32()]);
    }
}
