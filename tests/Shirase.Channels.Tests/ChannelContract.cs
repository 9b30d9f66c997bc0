using Shirase.Core.Channels;
using Shirase.TestKit.Images;
using Xunit;

namespace Shirase.Channels.Tests;

/// <summary>What every way out must do. A new channel proves itself by deriving one class from this.</summary>
public abstract class ChannelContract
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The channel, with an account that may publish on it.</summary>
    protected abstract Task<ChannelUnderTest> ChannelAsync();

    [Fact]
    public async Task Given_Japanese_text_When_published_Then_it_reads_back_equal()
    {
        var channel = await ChannelAsync();
        var letter = channel.Letter("【避難所のお知らせ】\n前橋市大手町一丁目の体育館を、髙﨑・辻󠄀・𠮷田の各地区へ開放します👨‍👩‍👧‍👦。");

        var published = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(letter, Ct));

        var read = await channel.ReadAsync(published.Id, Ct);
        Assert.NotNull(read);
        Assert.Equal(channel.TextOf(letter), read.Text);
        Assert.Equal(channel.Account.Handle, read.AuthorHandle);
        Assert.Equal(letter.At, read.PostedAt);
        Assert.Equal(published.Id, read.Id);
        Assert.Equal(published.Address, read.Address);
        Assert.True(published.Address.IsAbsoluteUri);
        Assert.Null(read.OriginalAuthorHandle);
    }

    [Fact]
    public async Task Given_a_delivery_When_published_twice_Then_one_post_stands()
    {
        var channel = await ChannelAsync();
        var letter = channel.Letter("二度送っても一件です");
        var before = await channel.CountAsync(Ct);

        var first = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(letter, Ct));
        var second = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(letter, Ct));

        Assert.Equal(first, second);
        Assert.Equal(before + 1, await channel.CountAsync(Ct));
    }

    [Fact]
    public async Task Given_two_deliveries_of_the_same_moment_When_published_Then_both_stand()
    {
        var channel = await ChannelAsync();
        var (one, other) = (channel.Letter("同じ時刻の一件目"), channel.Letter("同じ時刻の二件目"));

        var a = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(one, Ct));
        var b = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(other with { At = one.At }, Ct));

        Assert.NotEqual(a.Id, b.Id);
        Assert.Equal(channel.TextOf(one), (await channel.ReadAsync(a.Id, Ct))?.Text);
    }

    [Fact]
    public async Task Given_text_at_the_limit_When_published_Then_it_stands()
    {
        var channel = await ChannelAsync();

        var outcome = await channel.PublishAsync(channel.Letter(channel.LongestText), Ct);

        Assert.IsType<DeliveryOutcome.Published>(outcome);
    }

    [Fact]
    public async Task Given_text_over_the_limit_When_published_Then_it_is_refused_before_it_leaves()
    {
        var channel = await ChannelAsync();
        var letter = channel.Letter(channel.LongestText + "あ");
        var before = await channel.CountAsync(Ct);

        var outcome = await channel.PublishAsync(letter, Ct);

        Assert.Equal(RefusedBecause.TooLong, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
        Assert.Equal(before, await channel.CountAsync(Ct));
        Assert.Null(await channel.FindAsync(letter, Ct));
    }

    [Fact]
    public async Task Given_a_published_post_When_removed_twice_Then_it_is_gone_and_the_second_time_is_harmless()
    {
        var channel = await ChannelAsync();
        var published = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(channel.Letter("取り消します"), Ct));

        Assert.IsType<DeliveryOutcome.Removed>(await channel.RemoveAsync(published.Id, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await channel.RemoveAsync(published.Id, Ct));

        Assert.Null(await channel.ReadAsync(published.Id, Ct));
    }

    [Fact]
    public async Task Given_a_delivery_When_looked_for_Then_it_is_found_only_after_it_was_published()
    {
        var channel = await ChannelAsync();
        var letter = channel.Letter("届いたかどうかを確かめます");
        Assert.Null(await channel.FindAsync(letter, Ct));

        var published = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(letter, Ct));

        Assert.Equal(published.Id, (await channel.FindAsync(letter, Ct))?.Id);
    }

    [Fact]
    public async Task Given_images_with_alternative_text_When_published_Then_the_texts_stand_in_order()
    {
        var channel = await ChannelAsync();
        string[] alts = ["避難所の地図。体育館は駅の北口から徒歩5分です。", "受付のようす"];
        var letter = channel.Letter("地図を添えます") with { Images = [.. alts.Select(a => Image(a))] };

        var published = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(letter, Ct));

        Assert.Equal(alts, (await channel.ReadAsync(published.Id, Ct))!.ImageAlts);
    }

    [Fact]
    public async Task Given_one_image_too_many_When_published_Then_it_is_refused()
    {
        var channel = await ChannelAsync();
        var images = Enumerable.Range(0, channel.Limits.MaxImages + 1).Select(i => Image($"図{i}"));

        var outcome = await channel.PublishAsync(channel.Letter("図が多すぎます") with { Images = [.. images] }, Ct);

        Assert.Equal(RefusedBecause.BadMedia, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Fact]
    public async Task Given_an_image_over_the_size_When_published_Then_it_is_refused()
    {
        var channel = await ChannelAsync();
        var heavy = new DeliveryImage(new byte[channel.Limits.MaxImageBytes + 1], "image/png", "重い図", 10, 10);

        var outcome = await channel.PublishAsync(channel.Letter("図が重すぎます") with { Images = [heavy] }, Ct);

        Assert.Equal(RefusedBecause.BadMedia, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Fact]
    public async Task is_3_5_a_Given_an_own_post_When_it_is_continued_Then_the_continuation_stands_under_it_or_the_channel_says_that_it_has_no_threads()
    {
        var channel = await ChannelAsync();
        var first = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(channel.Letter("一件目です"), Ct));
        var letter = channel.Letter("続きです") with { ContinuationOf = first.Id };

        var outcome = await channel.PublishAsync(letter, Ct);
        if (!channel.Limits.CanContinue)
        {
            Assert.Equal(RefusedBecause.NotSupported, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
            Assert.Null(await channel.FindAsync(letter, Ct));
            return;
        }

        var second = Assert.IsType<DeliveryOutcome.Published>(outcome);
        var third = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(channel.Letter("続きの続きです") with { ContinuationOf = second.Id }, Ct));
        Assert.Null((await channel.ReadAsync(first.Id, Ct))!.ContinuationOf);
        Assert.Equal(first.Id, (await channel.ReadAsync(second.Id, Ct))!.ContinuationOf);
        Assert.Equal(second.Id, (await channel.ReadAsync(third.Id, Ct))!.ContinuationOf);
    }

    [Fact]
    public async Task Given_an_own_post_that_is_gone_When_it_is_continued_Then_nothing_stands()
    {
        var channel = await ChannelAsync();
        var first = Assert.IsType<DeliveryOutcome.Published>(await channel.PublishAsync(channel.Letter("すぐに消えます"), Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await channel.RemoveAsync(first.Id, Ct));
        var letter = channel.Letter("消えたものの続きです") with { ContinuationOf = first.Id };

        Assert.IsType<DeliveryOutcome.Refused>(await channel.PublishAsync(letter, Ct));

        Assert.Null(await channel.FindAsync(letter, Ct));
    }

    [Fact]
    public async Task Given_a_cancelled_token_When_published_Then_nothing_leaves()
    {
        var channel = await ChannelAsync();
        var letter = channel.Letter("止められました");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => channel.PublishAsync(letter, cancelled.Token));

        Assert.Null(await channel.FindAsync(letter, Ct));
    }

    [Fact]
    public async Task Given_an_id_that_never_was_When_read_Then_there_is_nothing()
    {
        var channel = await ChannelAsync();

        Assert.Null(await channel.ReadAsync(new(channel.UnusedId), Ct));
    }

    protected static DeliveryImage Image(string alt, int width = 40, int height = 30) =>
        new(PngFile.Of(width, height), "image/png", alt, width, height);
}

/// <summary>A message before it is made a live or a drill delivery.</summary>
public sealed record Letter(Guid Key, string Text, IReadOnlyList<DeliveryImage> Images, DateTimeOffset At)
{
    public string? RepostOf { get; init; }

    public RemoteId? ContinuationOf { get; init; }
}

/// <summary>Live and drill channels share no type for publishing; this is the one place where the contract sees both.</summary>
public abstract class ChannelUnderTest(IChannel channel, ChannelAccount account)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 21, 9, 30, 0, TimeSpan.FromHours(9));

    public ChannelAccount Account => account;

    public ChannelLimits Limits => channel.Limits;

    /// <summary>The longest text that fits.</summary>
    public abstract string LongestText { get; }

    /// <summary>An id of the right shape under which nothing stands.</summary>
    public abstract string UnusedId { get; }

    public Letter Letter(string text) => new(Guid.NewGuid(), text, [], Morning);

    /// <summary>What readers see of it.</summary>
    public virtual string TextOf(Letter letter) => letter.Text;

    /// <summary>How many posts of the account stand, asked past the channel.</summary>
    public abstract Task<int> CountAsync(CancellationToken ct);

    public abstract Task<DeliveryOutcome> PublishAsync(Letter letter, CancellationToken ct);

    public abstract Task<DeliveryOutcome> RemoveAsync(RemoteId id, CancellationToken ct);

    public abstract Task<RemotePost?> ReadAsync(RemoteId id, CancellationToken ct);

    public abstract Task<RemotePost?> FindAsync(Letter letter, CancellationToken ct);
}

/// <summary>A channel to the public.</summary>
public abstract class LiveUnderTest(ILiveChannel channel, ChannelAccount account) : ChannelUnderTest(channel, account)
{
    public override Task<DeliveryOutcome> PublishAsync(Letter letter, CancellationToken ct) => channel.PublishAsync(Delivery(letter), ct);

    public Task<DeliveryOutcome> PublishUnlessStoppedAsync(Letter letter, Func<CancellationToken, Task<bool>> mayStillLeave, CancellationToken ct) =>
        channel.PublishAsync(Delivery(letter) with { MayStillLeave = mayStillLeave }, ct);

    public override Task<DeliveryOutcome> RemoveAsync(RemoteId id, CancellationToken ct) => channel.RemoveAsync(Account, id, ct);

    public override Task<RemotePost?> ReadAsync(RemoteId id, CancellationToken ct) => channel.ReadAsync(Account, id, ct);

    public override Task<RemotePost?> FindAsync(Letter letter, CancellationToken ct) => channel.FindAsync(Delivery(letter), ct);

    public LiveDelivery Delivery(Letter letter) => new(letter.Key, Account, letter.Text, letter.Images, letter.RepostOf, letter.At) { ContinuationOf = letter.ContinuationOf };
}
