using Shirase.Core.Text.Links;
using Xunit;

namespace Shirase.Core.Tests.Text.Links;

/// <summary>Who owns the name of a host, by the Public Suffix List and its published examples.</summary>
public sealed class RegistrableDomainTests
{
    [Theory]
    [InlineData("www.pref.gunma.jp", "pref.gunma.jp")]
    [InlineData("www.police.pref.gunma.jp", "pref.gunma.jp")]
    [InlineData("www.city.maebashi.gunma.jp", "city.maebashi.gunma.jp")]
    [InlineData("www2.police.pref.ishikawa.lg.jp", "ishikawa.lg.jp")]
    [InlineData("www.npa.go.jp", "npa.go.jp")]
    [InlineData("city.kawasaki.jp", "city.kawasaki.jp")]
    [InlineData("www.example.kawasaki.jp", "www.example.kawasaki.jp")]
    [InlineData("a.b.example.kawasaki.jp", "b.example.kawasaki.jp")]
    [InlineData("WWW.Example.COM.", "example.com")]
    [InlineData("somebody.github.io", "somebody.github.io")]
    [InlineData("co.jp", "co.jp")]
    [InlineData("localhost", "localhost")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("x.unknown-ending", "x.unknown-ending")]
    [InlineData("y.x.unknown-ending", "x.unknown-ending")]
    public void Given_a_host_When_asked_for_its_owner_Then_the_registered_name_is_given(string host, string registered) =>
        Assert.Equal(registered, RegistrableDomain.Of(host));

    [Theory]
    [InlineData("https://www.pref.gunma.jp/a", "https://pref.gunma.jp/b", false)]
    [InlineData("https://x.gd/abc", "https://www.pref.gunma.jp/", true)]
    [InlineData("https://pref.gunma.jp/", "https://www.pref.tochigi.lg.jp/", true)]
    public void is_3_7_Given_where_a_link_ended_When_judged_Then_only_another_owner_counts_as_leaving(string from, string to, bool leaves) =>
        Assert.Equal(leaves, new LinkTrail(from, to, LinkState.Answers, 200).LeavesItsDomain);
}
