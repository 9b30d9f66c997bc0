using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.TestKit.Images;
using Shirase.TestKit.Platforms;
using Xunit;

namespace Shirase.Channels.Tests.Facebook;

/// <summary>What the channel makes of the platform's bad days.</summary>
public sealed class FacebookFaults(FacebookOffice office) : IClassFixture<FacebookOffice>
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
        var facebook = office.New();
        var letter = facebook.Letter($"答えが届きませんでした https://www.example.lg.jp/a?b=1&c=2 {fault}");
        office.Server.Do(fault, FacebookServer.Feed);

        Assert.IsType<DeliveryOutcome.Unknown>(await facebook.PublishAsync(letter, Ct));

        var found = await facebook.FindAsync(letter, Ct);
        Assert.Equal(letter.Text, found?.Text);
        var again = Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(letter, Ct));
        Assert.Equal(found!.Id, again.Id);
        Assert.Equal(1, await facebook.CountAsync(Ct));
    }

    [Fact]
    public void Given_a_platform_without_keys_When_asked_Then_a_repeat_is_not_safe() => Assert.False(((IChannel)office.New().Channel).RepeatsSafely);

    [Theory]
    [InlineData(PlatformFault.ErrorBefore)]
    [InlineData(PlatformFault.BreakBefore)]
    [InlineData(PlatformFault.Transient)]
    public async Task Given_a_call_that_came_to_nothing_When_published_Then_it_is_unknown_and_not_found(PlatformFault fault)
    {
        var facebook = office.New();
        var letter = facebook.Letter($"届いていません {fault}");
        office.Server.Do(fault, FacebookServer.Feed);

        Assert.IsType<DeliveryOutcome.Unknown>(await facebook.PublishAsync(letter, Ct));

        Assert.Null(await facebook.FindAsync(letter, Ct));
        Assert.Equal(0, await facebook.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_posts_that_show_late_When_a_lost_one_is_repeated_Then_nobody_is_told_that_it_failed_and_one_stands()
    {
        var facebook = office.New();
        var letter = facebook.Letter("一覧に出るまで時間がかかります");
        office.Server.Lag = 3;
        office.Server.Do(PlatformFault.LoseTheAnswer, FacebookServer.Feed);
        Assert.IsType<DeliveryOutcome.Unknown>(await facebook.PublishAsync(letter, Ct));
        office.Server.Lag = 0;

        Assert.Null(await facebook.FindAsync(letter, Ct));
        Assert.IsType<DeliveryOutcome.Unknown>(await facebook.PublishAsync(letter, Ct));

        Assert.NotNull(await facebook.FindAsync(letter, Ct));
        Assert.Equal(1, await facebook.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_the_same_words_since_yesterday_When_published_Then_the_duplicate_is_refused_and_the_old_post_is_not_taken_for_it()
    {
        var facebook = office.New();
        var letter = facebook.Letter("毎週のお知らせです");
        Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(letter, Ct));
        var later = facebook.Delivery(letter with { Key = Guid.NewGuid() }) with { NotBefore = letter.At.AddHours(1) };

        Assert.Null(await facebook.Channel.FindAsync(later, Ct));
        var outcome = await facebook.Channel.PublishAsync(later, Ct);

        Assert.Equal(RefusedBecause.Duplicate, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Fact]
    public async Task Given_a_limit_that_is_used_up_When_published_Then_it_is_waited_for_as_long_as_the_platform_says()
    {
        var facebook = office.New();
        var account = facebook.Account with { Id = new AccountId(Guid.NewGuid()) };
        office.Server.Do(PlatformFault.TooMany, FacebookServer.Feed);

        var later = Assert.IsType<DeliveryOutcome.TryLater>(await facebook.Channel.PublishAsync(facebook.Delivery(facebook.Letter("混み合っています")) with { Account = account }, Ct));

        Assert.Equal(TimeSpan.FromMinutes(19), later.After);
        Assert.Equal(
            [("app", 88), ("page", 45), ("business", 0)],
            office.Meter.Calls.Last(c => c.Account == account.Id).Rates.Select(r => (r.Name, r.Remaining)));
    }

    [Theory]
    [InlineData(PlatformFault.ExpiredToken, RefusedBecause.BadCredentials)]
    [InlineData(PlatformFault.Suspended, RefusedBecause.AccountFrozen)]
    [InlineData(PlatformFault.Redirect, RefusedBecause.Invalid)]
    public async Task Given_a_platform_that_says_no_When_published_Then_it_is_refused_for_that_reason(PlatformFault fault, RefusedBecause because)
    {
        var facebook = office.New();
        office.Server.Do(fault, FacebookServer.Feed);

        var outcome = await facebook.PublishAsync(facebook.Letter($"断られます {fault}"), Ct);

        Assert.Equal(because, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(0, await facebook.CountAsync(Ct));
    }

    [Theory]
    [InlineData(PlatformFault.MediaFails)]
    [InlineData(PlatformFault.ErrorBefore)]
    [InlineData(PlatformFault.LoseTheAnswer)]
    [InlineData(PlatformFault.TooMany)]
    public async Task Given_a_photo_that_did_not_arrive_When_published_Then_nothing_is_posted_without_it(PlatformFault fault)
    {
        var facebook = office.New();
        office.Server.Do(fault, FacebookServer.Photos);

        var outcome = await facebook.PublishAsync(facebook.Letter($"図があります {fault}") with { Images = [Image, Image] }, Ct);

        Assert.True(outcome is DeliveryOutcome.TryLater or DeliveryOutcome.Refused { Because: RefusedBecause.BadMedia }, outcome.ToString());
        Assert.Equal(0, await facebook.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_one_photo_When_published_Then_its_text_is_read_back()
    {
        var facebook = office.New();

        var published = Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(facebook.Letter("一枚です") with { Images = [Image] }, Ct));

        Assert.Equal(["地図の説明"], (await facebook.ReadAsync(published.Id, Ct))!.ImageAlts);
    }

    [Fact]
    public async Task Given_a_token_that_lost_the_sight_of_the_posts_When_removed_or_read_Then_not_seen_is_not_taken_for_gone()
    {
        var facebook = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(facebook.Letter("まだ掲載されています"), Ct));
        facebook.Page.MayRead = false;

        Assert.IsType<DeliveryOutcome.Unknown>(await facebook.RemoveAsync(published.Id, Ct));
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => facebook.ReadAsync(published.Id, Ct));
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => facebook.FindAsync(facebook.Letter("わかりません"), Ct));

        Assert.Equal(1, await facebook.CountAsync(Ct));
    }

    [Theory]
    [InlineData(FacebookServer.Published, PlatformFault.ErrorBefore)]
    [InlineData(FacebookServer.Published, PlatformFault.CutTheAnswer)]
    [InlineData(FacebookServer.Me, PlatformFault.BreakBefore)]
    public async Task Given_posts_that_cannot_be_read_When_looked_for_Then_silence_is_not_taken_for_absence(string operation, PlatformFault fault)
    {
        var facebook = office.New();
        office.Server.Do(fault, operation);

        await Assert.ThrowsAsync<ChannelUnreachableException>(() => facebook.FindAsync(facebook.Letter("わかりません"), Ct));
    }

    [Fact]
    public async Task Given_a_removal_whose_answer_was_lost_When_repeated_Then_it_is_removed()
    {
        var facebook = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(facebook.Letter("消します"), Ct));
        office.Server.Do(PlatformFault.LoseTheAnswer, FacebookServer.Delete);

        Assert.IsType<DeliveryOutcome.Unknown>(await facebook.RemoveAsync(published.Id, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await facebook.RemoveAsync(published.Id, Ct));

        Assert.Equal(0, await facebook.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_many_posts_When_listed_and_looked_for_Then_every_page_is_read()
    {
        var facebook = office.New();
        var letter = facebook.Letter("百五十件前の一件");
        var published = Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(letter, Ct));
        for (var i = 0; i < 150; i++)
        {
            Assert.IsType<DeliveryOutcome.Published>(await facebook.PublishAsync(facebook.Letter($"その後の{i}"), Ct));
        }

        Assert.Equal(published.Id, (await facebook.FindAsync(letter, Ct))?.Id);
        Assert.Equal(151, (await facebook.Channel.ListAsync(facebook.Account, letter.At.AddHours(-1), 200, Ct)).Count);
    }

    [Fact]
    public async Task Given_an_account_of_another_service_When_published_Then_nothing_leaves()
    {
        var facebook = office.New();
        var elsewhere = facebook.Account with { Service = new Uri("https://graph.evil.example/") };

        var outcome = await facebook.Channel.PublishAsync(facebook.Delivery(facebook.Letter("よそへは行きません")) with { Account = elsewhere }, Ct);

        Assert.Equal(RefusedBecause.NotSupported, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }
}
