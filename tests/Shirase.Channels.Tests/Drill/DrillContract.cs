using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shirase.Channels.Drill;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.Channels.Tests.Drill;

public sealed class DrillContract : ChannelContract
{
    protected override Task<ChannelUnderTest> ChannelAsync() => Task.FromResult<ChannelUnderTest>(new DrillUnderTest());
}

/// <summary>The practice channel over a timeline in memory.</summary>
internal sealed class DrillUnderTest : ChannelUnderTest
{
    private DrillUnderTest(DrillChannel channel, ChannelAccount account, PracticeTimelineInMemory timeline)
        : base(channel, account) => (Channel, Timeline) = (channel, timeline);

    public DrillUnderTest()
        : this(new PracticeTimelineInMemory())
    {
    }

    private DrillUnderTest(PracticeTimelineInMemory timeline)
        : this(
            new DrillChannel(
                timeline,
                Options.Create(new DrillOptions { BaseAddress = new("https://shirase.example/") }),
                NullLogger<DrillChannel>.Instance),
            new(new BodyId("gunma-police"), "gunma_drill", null, null),
            timeline)
    {
    }

    public DrillChannel Channel { get; }

    public PracticeTimelineInMemory Timeline { get; }

    // The mark is eight of the 280: four wide characters
    public override string LongestText => new('あ', 136);

    public override string UnusedId => Guid.NewGuid().ToString("N");

    public override string TextOf(Letter letter) => DrillDelivery.Mark + letter.Text;

    public override Task<int> CountAsync(CancellationToken ct) => Task.FromResult(Timeline.Count);

    public override Task<DeliveryOutcome> PublishAsync(Letter letter, CancellationToken ct) => Channel.PublishAsync(Delivery(letter), ct);

    public override Task<DeliveryOutcome> RemoveAsync(RemoteId id, CancellationToken ct) => Channel.RemoveAsync(Account, id, ct);

    public override Task<RemotePost?> ReadAsync(RemoteId id, CancellationToken ct) => Channel.ReadAsync(Account, id, ct);

    public override Task<RemotePost?> FindAsync(Letter letter, CancellationToken ct) => Channel.FindAsync(Delivery(letter), ct);

    public DrillDelivery Delivery(Letter letter) => new(letter.Key, Account, letter.Text, letter.Images, letter.RepostOf, letter.At) { ContinuationOf = letter.ContinuationOf };
}

internal sealed class PracticeTimelineInMemory : IPracticeTimeline
{
    private readonly ConcurrentDictionary<(BodyId, string), PracticePost> _posts = [];

    public int Count => _posts.Count;

    public Task<PracticePost> AddAsync(PracticePost post, CancellationToken ct) => Task.FromResult(_posts.GetOrAdd((post.Body, post.Id), post));

    public Task<PracticePost?> ReadAsync(BodyId body, string id, CancellationToken ct) => Task.FromResult(_posts.GetValueOrDefault((body, id)));

    public Task RemoveAsync(BodyId body, string id, CancellationToken ct)
    {
        _posts.TryRemove((body, id), out _);
        return Task.CompletedTask;
    }
}
