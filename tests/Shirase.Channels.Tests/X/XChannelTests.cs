using Shirase.Channels.X;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Channels.Tests.X;

/// <summary>What is X's own: spelling, reposts, addresses, prices, signatures.</summary>
public sealed class XChannelTests(XOffice office) : IClassFixture<XOffice>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_addresses_signs_and_an_image_When_read_back_Then_the_text_is_the_one_that_was_written()
    {
        var x = office.New();
        var letter = x.Letter("詳細は https://www.police.pref.gunma.jp/a?b=1&c=2 と https://www.pref.gunma.jp/ <開場> A&B\n2行目") with
        {
            Images = [new DeliveryImage(TestKit.Images.PngFile.Of(20, 10), "image/png", "図", 20, 10)],
        };

        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(letter, Ct));

        Assert.Equal(letter.Text, (await x.ReadAsync(published.Id, Ct))?.Text);
        Assert.Equal(published.Id, (await x.FindAsync(letter, Ct))?.Id);
    }

    [Fact]
    public async Task Given_a_long_timeline_When_looked_for_Then_every_page_is_read()
    {
        var x = office.New();
        var letter = x.Letter("百五十件前の一件");
        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(letter, Ct));
        for (var i = 0; i < 150; i++)
        {
            Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter($"その後の{i}"), Ct));
        }

        Assert.Equal(published.Id, (await x.FindAsync(letter, Ct))?.Id);
    }

    [Fact]
    public async Task Given_somebodys_post_When_reposted_twice_and_undone_Then_one_stood_and_none_is_left()
    {
        var partner = office.New();
        var original = Assert.IsType<DeliveryOutcome.Published>(await partner.PublishAsync(partner.Letter("大雨に警戒してください。長い文面はリポストの本文では途中で切れています。"), Ct));
        var x = office.New();
        var letter = x.Letter("") with { RepostOf = original.Address.ToString() };

        var first = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(letter, Ct));
        var second = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(letter, Ct));

        Assert.Equal(first, second);
        Assert.Equal(1, await x.CountAsync(Ct));
        var read = await x.FindAsync(letter, Ct);
        Assert.Equal("大雨に警戒してください。長い文面はリポストの本文では途中で切れています。", read?.Text);
        Assert.Equal(partner.Account.Handle, read?.OriginalAuthorHandle);
        Assert.Equal(x.Account.Handle, read?.AuthorHandle);
        Assert.IsType<DeliveryOutcome.Removed>(await x.RemoveAsync(first.Id, Ct));
        Assert.IsType<DeliveryOutcome.Removed>(await x.RemoveAsync(first.Id, Ct));
        Assert.Null(await x.FindAsync(letter, Ct));
        Assert.Null(await x.ReadAsync(first.Id, Ct));
        Assert.NotNull(await partner.ReadAsync(original.Id, Ct));
    }

    [Fact]
    public async Task Given_a_repost_whose_answer_was_lost_When_looked_for_Then_it_is_found()
    {
        var partner = office.New();
        var original = Assert.IsType<DeliveryOutcome.Published>(await partner.PublishAsync(partner.Letter("再掲の元"), Ct));
        var x = office.New();
        var letter = x.Letter("") with { RepostOf = original.Address.ToString() };
        office.Server.Do(XFault.LoseTheAnswer, XServer.Repost);

        Assert.IsType<DeliveryOutcome.Unknown>(await x.PublishAsync(letter, Ct));

        Assert.NotNull(await x.FindAsync(letter, Ct));
    }

    [Fact]
    public async Task Given_a_post_that_is_gone_When_reposted_Then_it_is_not_found()
    {
        var x = office.New();

        var outcome = await x.PublishAsync(x.Letter("") with { RepostOf = "https://x.com/somebody/status/1234567890" }, Ct);

        Assert.Equal(RefusedBecause.NotFound, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Theory]
    [InlineData("https://x.com/{handle}/status/{id}")]
    [InlineData("https://twitter.com/{handle}/status/{id}?s=20")]
    [InlineData("https://mobile.twitter.com/{handle}/status/{id}/photo/1")]
    public async Task Given_a_posts_address_When_looked_up_Then_author_and_text_are_found(string pattern)
    {
        var x = office.New();
        var published = Assert.IsType<DeliveryOutcome.Published>(await x.PublishAsync(x.Letter($"探してください {pattern.Length}"), Ct));
        var address = pattern.Replace("{handle}", x.Account.Handle, StringComparison.Ordinal).Replace("{id}", published.Id.Value, StringComparison.Ordinal);

        var found = await x.Channel.LookUpAsync(x.Account, address, Ct);

        Assert.Equal(published.Id, found?.Id);
        Assert.Equal(x.Account.Handle, found?.AuthorHandle);
    }

    [Theory]
    [InlineData("https://x.com/somebody")]
    [InlineData("https://x.com.evil.example/somebody/status/12")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://x.com/somebody/status/12345678901234567890123")]
    [InlineData("ただの文字")]
    public async Task Given_an_address_without_a_post_When_looked_up_Then_nothing_is_asked(string address)
    {
        var x = office.New();
        var before = office.Server.Requests.Count;

        Assert.Null(await x.Channel.LookUpAsync(x.Account, address, Ct));

        Assert.Equal(before, office.Server.Requests.Count);
    }

    [Fact]
    public async Task Given_an_account_of_another_service_When_published_Then_nothing_leaves()
    {
        var x = office.New();
        var elsewhere = x.Account with { Service = new Uri("https://api.evil.example/") };

        var outcome = await x.Channel.PublishAsync(x.Delivery(x.Letter("よそへは行きません")) with { Account = elsewhere }, Ct);

        Assert.Equal(RefusedBecause.NotSupported, Assert.IsType<DeliveryOutcome.Refused>(outcome).Because);
    }

    [Theory]
    [InlineData("住所のない文面", false, 15_000)]
    [InlineData("詳しくは https://www.pref.gunma.jp/ へ", false, 200_000)]
    [InlineData("", true, 15_000)]
    public void Given_a_message_When_priced_Then_an_address_costs_more(string text, bool isRepost, long cost) =>
        Assert.Equal(cost, office.New().Channel.CostOf(text, isRepost));

    [Fact]
    public async Task Given_calls_When_counted_Then_lost_answers_cost_and_refusals_do_not_and_the_limits_are_kept()
    {
        var x = office.New();
        var account = x.Account with { Id = new AccountId(Guid.NewGuid()) };
        await x.Channel.PublishAsync(x.Delivery(x.Letter("数えます")) with { Account = account }, Ct);
        office.Server.Do(XFault.LoseTheAnswer);
        await x.Channel.PublishAsync(x.Delivery(x.Letter("失われたものも数えます")) with { Account = account }, Ct);
        office.Server.Do(XFault.CreditsUsedUp);
        await x.Channel.PublishAsync(x.Delivery(x.Letter("断られたものは数えません")) with { Account = account }, Ct);

        var calls = office.Meter.Calls.Where(c => c.Account == account.Id).ToList();

        Assert.Equal([(201, 15_000L), (0, 15_000L), (402, 0L)], calls.Select(c => (c.Status, c.Cost)));
        Assert.Equal([("15min", 99), ("user-24h", 98)], calls[0].Rates.Select(r => (r.Name, r.Remaining)));
    }

    [Theory]
    [InlineData("https://api.twitter.com/1.1/statuses/update.json", "hCtSmYh+iHYCEqBWrE7C7hYmtUk=")]
    [InlineData("https://api.twitter.com/1/statuses/update.json", "tnnArxj06cWHq44gCs1OSKk/jLY=")]
    public void Given_the_published_example_When_signed_Then_the_signature_is_the_published_one(string address, string signature)
    {
        var keys = new FourKeys(
            "xvz1evFS4wEEPTGEFPHBog", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
            "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");

        var header = OAuth1.Header(
            keys, "POST", new Uri(address + "?include_entities=true"), "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
            DateTimeOffset.FromUnixTimeSeconds(1318622958), [new("status", "Hello Ladies + Gentlemen, a signed OAuth request!")]);

        Assert.Contains($"oauth_signature=\"{Uri.EscapeDataString(signature)}\"", header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_yes_on_the_page_of_consent_When_the_code_is_redeemed_in_time_Then_there_are_tokens_and_a_second_time_there_are_none()
    {
        var x = office.New();
        office.Server.Consenting = x.User;
        var question = new ConsentQuestion("state-1", new string('v', 43), new Uri("http://localhost:5000/accounts/consent"));

        var back = await FollowAsync(x.Channel.ConsentAt(question));

        Assert.Contains("state=state-1", back, StringComparison.Ordinal);
        var code = back[(back.IndexOf("code=", StringComparison.Ordinal) + 5)..];
        Assert.Null(await x.Channel.RedeemAsync("code-of-nobody", question, Ct));
        Assert.NotNull(await x.Channel.RedeemAsync(code, question, Ct));
        Assert.Null(await x.Channel.RedeemAsync(code, question, Ct));

        back = await FollowAsync(x.Channel.ConsentAt(question));
        Assert.Null(await x.Channel.RedeemAsync(back[(back.IndexOf("code=", StringComparison.Ordinal) + 5)..], question with { Verifier = new string('w', 43) }, Ct));
    }

    private static async Task<string> FollowAsync(Uri consent)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, consent);
        using var answer = await http.SendAsync(request, Ct);
        return answer.Headers.Location!.ToString();
    }
}
