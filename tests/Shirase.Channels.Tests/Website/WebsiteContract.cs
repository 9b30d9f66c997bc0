using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shirase.Channels.Website;
using Shirase.Core;
using Shirase.Core.Channels;
using Xunit;

namespace Shirase.Channels.Tests.Website;

public sealed class WebsiteContract : ChannelContract
{
    [Fact]
    public async Task Given_a_repost_When_published_Then_the_site_says_that_it_cannot()
    {
        var site = await ChannelAsync();

        var outcome = await site.PublishAsync(site.Letter("") with { RepostOf = "https://bsky.app/profile/a.test/post/x" }, Ct);

        Assert.Equal(RefusedBecause.NotSupported, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    protected override Task<ChannelUnderTest> ChannelAsync()
    {
        var notices = new NoticesInMemory();
        var channel = new WebsiteChannel(
            notices,
            Options.Create(new WebsiteOptions { BaseAddress = new("https://shirase.example/"), MaxGraphemes = 500 }),
            NullLogger<WebsiteChannel>.Instance);
        return Task.FromResult<ChannelUnderTest>(new WebsiteUnderTest(channel, notices));
    }

    private sealed class WebsiteUnderTest(WebsiteChannel channel, NoticesInMemory notices)
        : LiveUnderTest(channel, new(new BodyId("gunma-police"), "gunma-police", null, null))
    {
        public override string LongestText => new('あ', 500);

        public override string UnusedId => Guid.NewGuid().ToString("N");

        public override Task<int> CountAsync(CancellationToken ct) => Task.FromResult(notices.Count);
    }

    private sealed class NoticesInMemory : IWebsiteNotices
    {
        private readonly ConcurrentDictionary<(BodyId, string), WebsiteNotice> _notices = [];

        public int Count => _notices.Count;

        public Task<WebsiteNotice> AddAsync(WebsiteNotice notice, CancellationToken ct) =>
            Task.FromResult(_notices.GetOrAdd((notice.Body, notice.Id), notice));

        public Task<WebsiteNotice?> ReadAsync(BodyId body, string id, CancellationToken ct) =>
            Task.FromResult(_notices.GetValueOrDefault((body, id)));

        public Task RemoveAsync(BodyId body, string id, CancellationToken ct)
        {
            _notices.TryRemove((body, id), out _);
            return Task.CompletedTask;
        }
    }
}
