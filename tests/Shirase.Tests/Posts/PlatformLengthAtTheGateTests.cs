using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>The gate knows before the call what the platform would refuse.</summary>
public sealed class PlatformLengthAtTheGateTests(MastodonOffice store) : OfficeTests(store), IClassFixture<MastodonOffice>
{
    [Fact]
    public async Task Given_a_text_longer_than_the_platform_takes_When_published_Then_the_gate_says_by_how_much()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        await store.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE accounts SET channel = 'mastodon', service = 'https://social.example.test/'", Ct));

        var line = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Line;

        Assert.Equal("platform", line.Gate);
        Assert.Matches("^発信先の上限を超えています（[0-9]+／20文字）$", line.Detail.Ja);
        Assert.Contains("短くして", line.Mend!.Ja, StringComparison.Ordinal);
        Assert.Contains("of 20 characters", line.Detail.En, StringComparison.Ordinal);
    }
}

/// <summary>With a server of Mastodon that takes twenty characters.</summary>
public sealed class MastodonOffice : SqliteStore
{
    public MastodonOffice() => Also = services =>
    {
        Office.Equip(services);
        services.AddMastodon(o => o.MaxCharacters = 20);
    };
}
