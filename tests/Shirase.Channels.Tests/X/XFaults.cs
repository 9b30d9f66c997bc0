using Shirase.Core.Channels;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests.X;

/// <summary>What the channel makes of X on its bad days.</summary>
public sealed class XFaults(XOffice office) : IClassFixture<XOffice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(XFault.LoseTheAnswer)]
    [InlineData(XFault.SwallowTheAnswer)]
    [InlineData(XFault.CutTheAnswer)]
    [InlineData(XFault.ErrorAfterSuccess)]
    public async Task Given_a_lost_answer_When_published_Then_it_is_unknown_and_found_and_a_repeat_meets_it(XFault fault)
    {
        var x = office.New();
        var letter = x.Letter($"答えが届きませんでした https://www.example.lg.jp/a?b=1&c=2 {fault}");
        office.Server.Do(fault);

        Assert.IsType<DeliveryOutcome.Unknown>(await x.PublishAsync(letter, Ct));

        var found = await x.FindAsync(letter, Ct);
        Assert.Equal(letter.Text, found?.Text);
        var again = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(letter, Ct));
        Assert.Equal(found!.Id, again.Id);
        Assert.Equal(1, office.Server.CountOf(letter.Text));
    }

    [Theory]
    [InlineData(XFault.ErrorBefore)]
    [InlineData(XFault.BreakBefore)]
    public async Task Given_a_call_that_came_to_nothing_When_published_Then_it_is_unknown_and_not_found(XFault fault)
    {
        var x = office.New();
        var letter = x.Letter($"届いていません {fault}");
        office.Server.Do(fault);

        Assert.IsType<DeliveryOutcome.Unknown>(await x.PublishAsync(letter, Ct));

        Assert.Null(await x.FindAsync(letter, Ct));
        Assert.Equal(0, await x.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_a_slow_answer_When_published_Then_it_is_awaited()
    {
        var x = office.New();
        office.Server.Do(XFault.Slow);

        Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("ゆっくりです"), Ct));
    }

    [Fact]
    public async Task Given_a_timeline_that_lags_When_a_lost_post_is_repeated_Then_nobody_is_told_that_it_failed_and_one_post_stands()
    {
        var x = office.New();
        var letter = x.Letter("一覧に出るまで時間がかかります");
        office.Server.TimelineLag = 3;
        office.Server.Do(XFault.LoseTheAnswer);
        Assert.IsType<DeliveryOutcome.Unknown>(await x.PublishAsync(letter, Ct));
        office.Server.TimelineLag = 0;

        Assert.Null(await x.FindAsync(letter, Ct));
        Assert.IsType<DeliveryOutcome.Unknown>(await x.PublishAsync(letter, Ct));

        Assert.NotNull(await x.FindAsync(letter, Ct));
        Assert.Equal(1, office.Server.CountOf(letter.Text));
    }

    [Fact]
    public async Task Given_the_same_words_since_yesterday_When_published_Then_the_duplicate_is_refused_and_the_old_post_is_not_taken_for_it()
    {
        var x = office.New();
        var letter = x.Letter("毎週のお知らせです");
        Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(letter, Ct));
        var later = x.Delivery(letter with { Key = Guid.NewGuid() }) with { NotBefore = letter.At.AddHours(1) };

        Assert.Null(await x.Channel.FindAsync(later, Ct));
        var outcome = await x.Channel.PublishAsync(later, Ct);

        Assert.Equal(RefusedBecause.Duplicate, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Fact]
    public async Task Given_three_limits_When_two_are_used_up_Then_the_channel_waits_for_the_later_one()
    {
        var x = office.New();
        office.Server.Resets =
        [
            ("x-rate-limit", 0, TimeSpan.FromMinutes(10)),
            ("x-user-limit-24hour", 0, TimeSpan.FromHours(5)),
            ("x-app-limit-24hour", 3, TimeSpan.FromHours(9)),
        ];
        office.Server.Do(XFault.TooMany);

        var later = Assert.IsType<DeliveryOutcome.TryLater>(await x.PublishAsync(x.Letter("混み合っています"), Ct));

        Assert.Equal(TimeSpan.FromHours(5), later.After);
        Assert.Equal(0, await x.CountAsync(Ct));
    }

    [Theory]
    [InlineData(XFault.CreditsUsedUp, RefusedBecause.CreditsUsedUp)]
    [InlineData(XFault.Suspended, RefusedBecause.AccountFrozen)]
    [InlineData(XFault.Locked, RefusedBecause.AccountFrozen)]
    [InlineData(XFault.ErrorsOnly, RefusedBecause.NotFound)]
    [InlineData(XFault.Redirect, RefusedBecause.Invalid)]
    public async Task Given_a_no_When_published_Then_it_is_refused_for_its_reason(XFault fault, RefusedBecause because)
    {
        var x = office.New();
        office.Server.Do(fault);

        var outcome = await x.PublishAsync(x.Letter($"断られました {fault}"), Ct);

        Assert.Equal(because, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(0, await x.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_data_and_errors_in_one_answer_When_published_Then_it_stands()
    {
        var x = office.New();
        office.Server.Do(XFault.PartialErrors);

        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("半分の誤り"), Ct));

        office.Server.Do(XFault.PartialErrors, XServer.Read);
        Assert.Equal("半分の誤り", (await x.ReadAsync(published.Id, Ct))?.Text);
    }

    [Fact]
    public async Task Given_an_account_without_credit_or_frozen_When_asked_who_it_is_Then_only_the_frozen_one_has_no_name()
    {
        var x = office.New();
        x.User.IsSuspended = true;
        Assert.Null(await x.Channel.WhoAmIAsync(x.Account, Ct));
        x.User.IsSuspended = false;

        office.Server.Do(XFault.ErrorBefore, XServer.Me);
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => x.Channel.WhoAmIAsync(x.Account, Ct));
    }

    [Theory]
    [InlineData(XServer.Timeline, XFault.ErrorBefore)]
    [InlineData(XServer.Timeline, XFault.CutTheAnswer)]
    [InlineData(XServer.Timeline, XFault.TooMany)]
    [InlineData(XServer.Me, XFault.BreakBefore)]
    public async Task Given_a_timeline_that_cannot_be_read_When_looked_for_Then_silence_is_not_taken_for_absence(string operation, XFault fault)
    {
        var x = office.New();
        office.Server.Do(fault, operation);

        await Assert.ThrowsAsync<ChannelUnreachableException>(() => x.FindAsync(x.Letter("わかりません"), Ct));
    }

    [Fact]
    public async Task Given_an_error_that_says_nothing_When_read_back_Then_silence_is_not_taken_for_absence()
    {
        var x = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("読み返せません"), Ct));
        office.Server.Do(XFault.ErrorBefore, XServer.Read);

        await Assert.ThrowsAsync<ChannelUnreachableException>(() => x.ReadAsync(published.Id, Ct));
    }

    [Fact]
    public async Task Given_a_removal_whose_answer_was_lost_When_repeated_Then_it_is_removed()
    {
        var x = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("消します"), Ct));
        office.Server.Do(XFault.LoseTheAnswer, XServer.Delete);

        Assert.IsType<DeliveryOutcome.Unknown>(await x.RemoveAsync(published.Id, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await x.RemoveAsync(published.Id, Ct));

        Assert.Equal(0, await x.CountAsync(Ct));
    }

    [Theory]
    [InlineData(XFault.MediaFails, "POST /2/media/upload/initialize")]
    [InlineData(XFault.MediaLosesAPart, "POST /2/media/upload/{id}/append")]
    [InlineData(XFault.ErrorBefore, "POST /2/media/upload/{id}/append")]
    [InlineData(XFault.LoseTheAnswer, "POST /2/media/upload/{id}/finalize")]
    [InlineData(XFault.TooMany, "POST /2/media/metadata")]
    public async Task Given_an_image_that_did_not_arrive_whole_When_published_Then_nothing_is_posted_without_it(XFault fault, string operation)
    {
        var x = office.New();
        office.Server.Do(fault, operation);
        var image = new DeliveryImage(TestKit.Images.PngFile.Of(60, 40), "image/png", "図", 60, 40);

        var outcome = await x.PublishAsync(x.Letter($"図があります {fault} {operation}") with { Images = [image] }, Ct);

        Assert.True(outcome is DeliveryOutcome.TryLater or DeliveryOutcome.Refused { Because: RefusedBecause.BadMedia }, outcome.ToString());
        Assert.Equal(0, await x.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_an_image_that_takes_time_and_many_parts_When_published_Then_it_is_waited_for()
    {
        await using var product = office.Product(o => o.UploadPart = 1_000);
        var x = office.With(office.Server.AddUser(), product: product);
        office.Server.Do(XFault.MediaTakesTime, "POST /2/media/upload/initialize");
        var image = new DeliveryImage(TestKit.Images.PngFile.Of(60, 40), "image/png", "地図の説明", 60, 40);

        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter("大きな図") with { Images = [image] }, Ct));

        Assert.Equal(["地図の説明"], (await x.ReadAsync(published.Id, Ct))!.ImageAlts);
        Assert.True(office.Server.Requests.Count(r => r.Operation.EndsWith("append", StringComparison.Ordinal)) > 1);
    }
}
