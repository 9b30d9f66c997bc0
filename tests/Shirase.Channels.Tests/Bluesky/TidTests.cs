using Shirase.Channels.Bluesky;
using Xunit;

namespace Shirase.Channels.Tests.Bluesky;

public sealed class TidTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 9, 30, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Given_a_delivery_When_named_Then_the_key_is_a_TID_and_always_the_same()
    {
        var key = Guid.Parse("7f1a3c5e-0000-4000-8000-00000000abcd");

        Assert.Matches("^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$", Tid.Of(key, At));
        Assert.Equal(Tid.Of(key, At), Tid.Of(key, At.ToOffset(TimeSpan.Zero)));
    }

    [Fact]
    public void Given_later_deliveries_When_named_Then_keys_sort_by_time()
    {
        var names = Enumerable.Range(0, 50).Select(i => Tid.Of(Guid.NewGuid(), At.AddSeconds(i))).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Given_a_thousand_deliveries_of_one_moment_When_named_Then_no_two_share_a_key()
    {
        var random = new Random(20261121);
        var names = Enumerable.Range(0, 1000).Select(_ =>
        {
            var key = new byte[16];
            random.NextBytes(key);
            return Tid.Of(new Guid(key), At);
        });

        Assert.Equal(1000, names.Distinct(StringComparer.Ordinal).Count());
    }
}
