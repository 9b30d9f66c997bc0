using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests;

/// <summary>What a channel must do besides where images go up in calls of their own, before the one that publishes.</summary>
public abstract class UploadingContract : ChannelContract
{
    [Fact]
    public async Task gx_14_1_1_Given_images_that_are_up_When_everything_was_stopped_meanwhile_Then_nothing_is_published()
    {
        var channel = Assert.IsType<LiveUnderTest>(await ChannelAsync(), exactMatch: false);
        var before = await channel.CountAsync(Ct);
        var letter = channel.Letter("止められました") with { Images = [Image("注意を呼びかける絵")] };

        Assert.IsType<DeliveryOutcome.TryLater>(await channel.PublishUnlessStoppedAsync(letter, _ => Task.FromResult(false), Ct));
        Assert.Equal(before, await channel.CountAsync(Ct));
        Assert.IsType<DeliveryOutcome.Published>(await channel.PublishUnlessStoppedAsync(letter, _ => Task.FromResult(true), Ct));
    }
}
