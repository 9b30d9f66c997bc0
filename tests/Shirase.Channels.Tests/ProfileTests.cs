using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels.Bluesky;
using Shirase.Channels.Tests.Bluesky;
using Shirase.Channels.Tests.Facebook;
using Shirase.Channels.Tests.Mastodon;
using Shirase.Channels.Tests.X;
using Shirase.Core.Channels;
using Shirase.TestKit.Platforms;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests;

/// <summary>What accounts say about themselves, on each platform in its own way (gx-8-1-2, ok-4-6-a, to-7-1-i).</summary>
public sealed class ProfileTests(XOffice x, MastodonOffice mastodon, FacebookOffice facebook, PdsServer bluesky)
    : IClassFixture<XOffice>, IClassFixture<MastodonOffice>, IClassFixture<FacebookOffice>, IClassFixture<PdsServer>
{
    private const string Words = "前橋市の広報課です。方針 https://www.example.lg.jp/policy";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_shortened_addresses_on_X_When_the_profile_is_read_Then_the_whole_ones_the_mark_and_the_followed_are_told()
    {
        var user = x.Server.AddUser();
        Fill(user.Profile);

        var profile = await x.With(user).Channel.ProfileAsync(user.Account, Ct);

        Assert.Equal(("前橋市広報", Words, true, 2), (profile!.Name, profile.Text, profile.IsMarked!.Value, profile.Following!.Value));
        Assert.Equal(["https://www.example.lg.jp/"], profile.Links);
        Assert.Equal(["stranger", "friend"], profile.Followed);
    }

    [Fact]
    public async Task Given_no_right_to_list_whom_it_follows_When_read_Then_their_number_is_told_all_the_same()
    {
        var user = x.Server.AddUser();
        Fill(user.Profile);
        x.Server.Do(XFault.Suspended, XServer.Following);

        var profile = await x.With(user).Channel.ProfileAsync(user.Account, Ct);

        Assert.Equal(2, profile!.Following);
        Assert.Empty(profile.Followed);
    }

    [Fact]
    public async Task Given_a_profile_on_Mastodon_When_read_Then_its_own_words_and_fields_are_told()
    {
        var account = mastodon.New();
        Fill(account.User.Profile);

        var profile = await account.Channel.ProfileAsync(account.Account, Ct);

        Assert.Equal(("前橋市広報", Words, (bool?)null, 2), (profile!.Name, profile.Text, profile.IsMarked, profile.Following!.Value));
        Assert.Equal(["https://www.example.lg.jp/"], profile.Links);
        Assert.Equal(["stranger", "friend"], profile.Followed);
    }

    [Fact]
    public async Task Given_an_account_registered_with_its_server_When_its_profile_is_read_Then_it_is_not_taken_for_renamed()
    {
        var account = mastodon.New();
        var whole = account.Account.Handle + "@social.example";

        var profile = await account.Channel.ProfileAsync(account.Account with { Handle = whole }, Ct);

        Assert.Equal(whole, profile!.Handle);
    }

    [Fact]
    public async Task Given_a_Page_on_Facebook_When_read_Then_about_website_and_mark_are_told()
    {
        var account = facebook.New();
        Fill(account.Page.Profile);

        var profile = await account.Channel.ProfileAsync(account.Account, Ct);

        Assert.Equal(("前橋市広報", Words, true, (int?)null), (profile!.Name, profile.Text, profile.IsMarked!.Value, profile.Following));
        Assert.Equal(["https://www.example.lg.jp/"], profile.Links);
    }

    [Fact]
    public async Task Given_credentials_that_are_not_taken_When_read_Then_nothing_is_told_and_silence_is_not_taken_for_that()
    {
        var account = mastodon.New();
        Assert.Null(await account.Channel.ProfileAsync(account.Account with { Secret = "wrong" }, Ct));

        mastodon.Server.Do(PlatformFault.ErrorBefore, MastodonServer.Me);
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => account.Channel.ProfileAsync(account.Account, Ct));
    }

    [Fact]
    public async Task Given_a_record_on_the_real_Bluesky_server_When_read_Then_it_is_told_with_whom_the_account_follows()
    {
        var account = await bluesky.NewAccountAsync(Ct);
        var other = await bluesky.NewAccountAsync(Ct);
        using var services = bluesky.Product();
        using var scope = services.CreateScope();
        var channel = scope.ServiceProvider.GetRequiredService<BlueskyChannel>();
        Assert.Equal(("", "", 0), await channel.ProfileAsync(account, Ct) is { } bare ? (bare.Name, bare.Text, bare.Following!.Value) : default);

        var subject = (await SignInAsync(other)).Did;
        await WriteAsync(account, "app.bsky.actor.profile", "self", new() { ["$type"] = "app.bsky.actor.profile", ["displayName"] = "前橋市広報", ["description"] = Words });
        await WriteAsync(account, "app.bsky.graph.follow", "3zzzzzzzzzz22", new() { ["$type"] = "app.bsky.graph.follow", ["subject"] = subject, ["createdAt"] = "2026-11-21T00:00:00Z" });

        var profile = await channel.ProfileAsync(account, Ct);
        Assert.Equal(("前橋市広報", Words, 1), (profile!.Name, profile.Text, profile.Following!.Value));
        Assert.Equal([other.Handle], profile.Followed);
    }

    private async Task<(string Token, string Did)> SignInAsync(ChannelAccount account)
    {
        var session = await bluesky.PostAsync("com.atproto.server.createSession", new { identifier = account.Handle, password = account.Secret }, null, Ct);
        return (session.GetProperty("accessJwt").GetString()!, session.GetProperty("did").GetString()!);
    }

    private async Task WriteAsync(ChannelAccount account, string collection, string rkey, JsonObject record)
    {
        var (token, did) = await SignInAsync(account);
        await bluesky.PostAsync("com.atproto.repo.putRecord", new JsonObject { ["repo"] = did, ["collection"] = collection, ["rkey"] = rkey, ["record"] = record }, token, Ct);
    }

    private static void Fill(ServerProfile profile)
    {
        (profile.Name, profile.Text, profile.Link, profile.IsMarked) = ("前橋市広報", Words, "https://www.example.lg.jp/", true);
        profile.Follows.Add("stranger");
        profile.Follows.Add("friend");
    }
}
