using System.Net.Http.Headers;
using Shirase.Channels.Outbound;
using Shirase.Channels.X;
using Xunit;

namespace Shirase.Channels.Tests.X;

public sealed class XTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("が", "か\u3099", true)]
    [InlineData("一\r\n二", "一 二", true)]
    [InlineData("  前後の空白  ", "前後の空白", true)]
    [InlineData("www.pref.gunma.jp へ", "http://www.pref.gunma.jp/ へ", true)]
    [InlineData("https://www.pref.gunma.jp/a/", "https://www.pref.gunma.jp/a", false)]
    [InlineData("10時から", "11時から", false)]
    [InlineData("ＡＢＣ", "ABC", false)]
    public void Given_two_spellings_When_hashed_Then_only_what_a_reader_takes_for_the_same_is_the_same(string one, string other, bool same) =>
        Assert.Equal(same, Wording.Hash(one) == Wording.Hash(other));

    [Fact]
    public void Given_no_limit_that_is_used_up_When_refused_all_the_same_Then_the_latest_is_waited_for()
    {
        using var answer = new HttpResponseMessage();
        Add(answer.Headers, "x-rate-limit", 5, Now.AddMinutes(3));
        Add(answer.Headers, "x-app-limit-24hour", 9, Now.AddHours(2));

        Assert.Equal(TimeSpan.FromHours(2), XRates.Wait(XRates.Read(answer.Headers), null, Now));
    }

    [Fact]
    public void Given_headers_without_sense_When_read_Then_the_platforms_retry_after_counts()
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.Add("x-rate-limit-reset", "soon");
        answer.Headers.Add("x-app-limit-24hour-reset", "99999999999999999");
        answer.Headers.Add("x-app-limit-24hour-remaining", "0");

        Assert.Empty(XRates.Read(answer.Headers));
        Assert.Equal(TimeSpan.FromSeconds(7), XRates.Wait([], TimeSpan.FromSeconds(7), Now));
    }

    [Fact]
    public void Given_a_window_that_has_ended_When_waited_for_Then_it_is_no_wait()
    {
        using var answer = new HttpResponseMessage();
        Add(answer.Headers, "x-rate-limit", 0, Now.AddMinutes(-1));

        Assert.Equal(TimeSpan.Zero, XRates.Wait(XRates.Read(answer.Headers), null, Now));
    }

    private static void Add(HttpResponseHeaders headers, string name, int remaining, DateTimeOffset reset)
    {
        headers.Add(name + "-limit", "100");
        headers.Add(name + "-remaining", remaining.ToString(System.Globalization.CultureInfo.InvariantCulture));
        headers.Add(name + "-reset", reset.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
