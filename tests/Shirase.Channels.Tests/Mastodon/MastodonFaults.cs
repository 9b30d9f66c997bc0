using Shirase.Channels.Mastodon;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.TestKit.Images;
using Shirase.TestKit.Platforms;
using Xunit;

namespace Shirase.Channels.Tests.Mastodon;

/// <summary>What is Mastodon's own, and what the channel makes of a server's bad days.</summary>
public sealed class MastodonFaults(MastodonOffice office) : IClassFixture<MastodonOffice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DeliveryImage Image => new(PngFile.Of(60, 40), "image/png", "地図の説明", 60, 40);

    [Theory]
    [InlineData(PlatformFault.LoseTheAnswer)]
    [InlineData(PlatformFault.SwallowTheAnswer)]
    [InlineData(PlatformFault.CutTheAnswer)]
    [InlineData(PlatformFault.ErrorAfterSuccess)]
    public async Task Given_a_lost_answer_When_published_Then_it_is_unknown_and_found_and_a_repeat_meets_it(PlatformFault fault)
    {
        var mastodon = office.New();
        var letter = mastodon.Letter($"答えが届きませんでした\n\n詳細 https://www.example.lg.jp/notices/2026/long-address?b=1&c=2 #防災 <{fault}>");
        office.Server.Do(fault, MastodonServer.Create);

        Assert.IsType<DeliveryOutcome.Unknown>(await mastodon.PublishAsync(letter, Ct));

        var found = await mastodon.FindAsync(letter, Ct);
        var again = Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(letter, Ct));
        Assert.Equal(found?.Id, again.Id);
        Assert.Equal(1, await mastodon.CountAsync(Ct));
        Assert.Equal(letter.Text, (await mastodon.ReadAsync(again.Id, Ct))?.Text);
    }

    [Theory]
    [InlineData(PlatformFault.ErrorBefore)]
    [InlineData(PlatformFault.BreakBefore)]
    public async Task Given_a_call_that_came_to_nothing_When_published_Then_it_is_unknown_and_not_found(PlatformFault fault)
    {
        var mastodon = office.New();
        var letter = mastodon.Letter($"届いていません {fault}");
        office.Server.Do(fault, MastodonServer.Create);

        Assert.IsType<DeliveryOutcome.Unknown>(await mastodon.PublishAsync(letter, Ct));

        Assert.Null(await mastodon.FindAsync(letter, Ct));
        Assert.Equal(0, await mastodon.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_a_key_that_the_server_has_forgotten_When_repeated_Then_the_post_is_looked_for_and_one_stands()
    {
        await using var product = office.Product(o => o.KeyLife = TimeSpan.Zero);
        office.Server.KeyLife = TimeSpan.Zero;
        var mastodon = office.New(product);
        var letter = mastodon.Letter("一時間後にもう一度");
        office.Server.Do(PlatformFault.LoseTheAnswer, MastodonServer.Create);

        Assert.IsType<DeliveryOutcome.Unknown>(await mastodon.PublishAsync(letter, Ct));
        Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(letter, Ct));

        Assert.Equal(1, await mastodon.CountAsync(Ct));
        office.Server.Do(PlatformFault.ErrorBefore, MastodonServer.Timeline);
        Assert.IsType<DeliveryOutcome.TryLater>(await mastodon.PublishAsync(mastodon.Letter("見られないときは送りません"), Ct));
        Assert.Equal(1, await mastodon.CountAsync(Ct));
        office.Server.KeyLife = TimeSpan.FromHours(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_the_setting_of_keys_When_asked_Then_only_a_server_that_keeps_them_repeats_safely(bool keeps)
    {
        await using var product = office.Product(o => o.KeepsKeys = keeps);

        Assert.Equal(keeps, ((IChannel)office.New(product).Channel).RepeatsSafely);
    }

    [Fact]
    public async Task Given_a_limit_that_is_used_up_When_published_Then_the_servers_own_time_is_waited_for_and_noted()
    {
        var mastodon = office.New();
        var account = mastodon.Account with { Id = new AccountId(Guid.NewGuid()) };
        office.Server.Do(PlatformFault.TooMany, MastodonServer.Create);

        var later = Assert.IsType<DeliveryOutcome.TryLater>(await mastodon.Channel.PublishAsync(mastodon.Delivery(mastodon.Letter("混み合っています")) with { Account = account }, Ct));

        Assert.Equal(TimeSpan.FromMinutes(4), later.After);
        var noted = Assert.Single(office.Meter.Calls, c => c.Account == account.Id);
        Assert.Equal([("window", 0, 300)], noted.Rates.Select(r => (r.Name, r.Remaining, r.Limit)));
    }

    [Theory]
    [InlineData(PlatformFault.ExpiredToken, RefusedBecause.BadCredentials)]
    [InlineData(PlatformFault.Suspended, RefusedBecause.AccountFrozen)]
    [InlineData(PlatformFault.Redirect, RefusedBecause.Invalid)]
    public async Task Given_a_server_that_says_no_When_published_Then_it_is_refused_for_that_reason(PlatformFault fault, RefusedBecause because)
    {
        var mastodon = office.New();
        office.Server.Do(fault, MastodonServer.Create);

        var outcome = await mastodon.PublishAsync(mastodon.Letter($"断られます {fault}"), Ct);

        Assert.Equal(because, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(0, await mastodon.CountAsync(Ct));
    }

    [Theory]
    [InlineData(PlatformFault.MediaFails)]
    [InlineData(PlatformFault.ErrorBefore)]
    [InlineData(PlatformFault.LoseTheAnswer)]
    [InlineData(PlatformFault.TooMany)]
    public async Task Given_an_image_that_did_not_arrive_When_published_Then_nothing_is_posted_without_it(PlatformFault fault)
    {
        var mastodon = office.New();
        office.Server.Do(fault, MastodonServer.Upload);

        var outcome = await mastodon.PublishAsync(mastodon.Letter($"図があります {fault}") with { Images = [Image, Image] }, Ct);

        Assert.True(outcome is DeliveryOutcome.TryLater or DeliveryOutcome.Refused { Because: RefusedBecause.BadMedia }, outcome.ToString());
        Assert.Equal(0, await mastodon.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_an_image_that_takes_time_When_published_Then_it_is_waited_for()
    {
        var mastodon = office.New();
        office.Server.Do(PlatformFault.MediaTakesTime, MastodonServer.Upload);

        var published = Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(mastodon.Letter("大きな図") with { Images = [Image] }, Ct));

        Assert.Equal(["地図の説明"], (await mastodon.ReadAsync(published.Id, Ct))!.ImageAlts);
    }

    [Fact]
    public async Task Given_a_description_that_is_too_long_When_published_Then_it_is_refused_before_it_leaves()
    {
        var mastodon = office.New();
        var before = office.Server.Requests.Count;

        var outcome = await mastodon.PublishAsync(mastodon.Letter("長い説明") with { Images = [Image with { Alt = new('図', 1501) }] }, Ct);

        Assert.Equal(RefusedBecause.BadMedia, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(before, office.Server.Requests.Count);
    }

    [Theory]
    [InlineData(MastodonServer.Timeline, PlatformFault.ErrorBefore)]
    [InlineData(MastodonServer.Timeline, PlatformFault.CutTheAnswer)]
    [InlineData(MastodonServer.Me, PlatformFault.BreakBefore)]
    public async Task Given_a_timeline_that_cannot_be_read_When_looked_for_Then_silence_is_not_taken_for_absence(string operation, PlatformFault fault)
    {
        await using var product = office.Product();
        var mastodon = office.New(product);
        office.Server.Do(fault, operation);

        await Assert.ThrowsAsync<ChannelUnreachableException>(() => mastodon.FindAsync(mastodon.Letter("わかりません"), Ct));
    }

    [Fact]
    public async Task Given_a_post_that_cannot_be_read_back_When_asked_Then_silence_is_not_taken_for_absence()
    {
        var mastodon = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(mastodon.Letter("読み返せません"), Ct));
        office.Server.Do(PlatformFault.ErrorBefore, MastodonServer.Read);

        await Assert.ThrowsAsync<ChannelUnreachableException>(() => mastodon.ReadAsync(published.Id, Ct));
    }

    [Fact]
    public async Task Given_a_removal_whose_answer_was_lost_When_repeated_Then_it_is_removed()
    {
        var mastodon = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(mastodon.Letter("消します"), Ct));
        office.Server.Do(PlatformFault.LoseTheAnswer, MastodonServer.Delete);

        Assert.IsType<DeliveryOutcome.Unknown>(await mastodon.RemoveAsync(published.Id, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await mastodon.RemoveAsync(published.Id, Ct));

        Assert.Equal(0, await mastodon.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_many_posts_When_listed_and_looked_for_Then_every_page_is_read_newest_first()
    {
        var mastodon = office.New();
        var letter = mastodon.Letter("百件前の一件");
        var published = Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(letter, Ct));
        for (var i = 0; i < 100; i++)
        {
            Assert.IsType<DeliveryOutcome.Published>(await mastodon.PublishAsync(mastodon.Letter($"その後の{i}"), Ct));
        }

        Assert.Equal(published.Id, (await mastodon.FindAsync(letter, Ct))?.Id);
        var listed = await mastodon.Channel.ListAsync(mastodon.Account, letter.At.AddHours(-1), 90, Ct);
        Assert.Equal(90, listed.Count);
    }

    [Fact]
    public async Task Given_an_account_of_another_server_When_published_Then_nothing_leaves()
    {
        var mastodon = office.New();
        var elsewhere = mastodon.Account with { Service = new Uri("https://social.evil.example/") };

        var outcome = await mastodon.Channel.PublishAsync(mastodon.Delivery(mastodon.Letter("よそへは行きません")) with { Account = elsewhere }, Ct);

        Assert.Equal(RefusedBecause.NotSupported, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Fact]
    public async Task Given_an_account_registered_with_its_server_When_asked_who_it_is_Then_the_name_is_whole()
    {
        var mastodon = office.New();
        var whole = mastodon.Account.Handle + "@social.example";

        Assert.Equal(whole, await mastodon.Channel.WhoAmIAsync(mastodon.Account with { Handle = whole }, Ct));
    }

    [Theory]
    [InlineData("<p>一行目<br />二行目</p><p>次の段 &lt;開場&gt; &amp; A</p>", "一行目\n二行目\n\n次の段 <開場> & A")]
    [InlineData("<p><span class=\"h-card\"><a href=\"https://a.example/@b\">@<span>b</span></a></span> へ</p>", "@b へ")]
    public void Given_HTML_When_read_Then_the_words_remain(string html, string plain) => Assert.Equal(plain, MastodonText.Plain(html));

    [Fact]
    public void Given_a_mention_with_and_without_its_server_When_compared_Then_they_are_the_same() =>
        Assert.Equal(MastodonText.Spelling("@kouho へ"), MastodonText.Spelling("@kouho@social.example へ"));
}
