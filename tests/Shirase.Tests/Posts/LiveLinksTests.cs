using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shirase.Core.Channels;
using Shirase.Core.Text.Links;
using Shirase.TestKit;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>While somebody writes, no server elsewhere is asked for half an address.</summary>
public sealed class LiveLinksTests
{
    private const string Half = "https://www.police.pref.gu";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_3_7_Given_all_checks_were_asked_for_When_the_author_goes_on_typing_an_address_Then_it_is_followed_only_when_he_asks_again()
    {
        var asked = new Asked();
        await using var app = new ShiraseApp(new SqliteStore(), also: s => s.Replace(ServiceDescriptor.Singleton<IFollowLinks>(asked)));
        await app.InitializeAsync();
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);
        var fields = author.Fields([.. DraftForm.Complete("不審な電話に注意してください。"), ("Url", Half), ("FullCheck", "true")]);

        author.Client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        await author.PostAsync("/posts/new?handler=check", fields, Ct);
        Assert.Contains("findings", author.Page, StringComparison.Ordinal);
        Assert.Empty(asked.Addresses);

        author.Client.DefaultRequestHeaders.Remove("X-Requested-With");
        await author.PostAsync("/posts/new?handler=check", fields, Ct);
        Assert.Equal([Half], asked.Addresses);
    }

    private sealed class Asked : IFollowLinks
    {
        public Task<(LinkTrail Trail, SeenPage Page)?> CaptureAsync(string address, CancellationToken ct) => Task.FromResult<(LinkTrail, SeenPage)?>(null);

        public ConcurrentQueue<string> Addresses { get; } = new();

        public bool IsOn => true;

        public Task<LinkTrail> FollowAsync(string address, CancellationToken ct)
        {
            Addresses.Enqueue(address);
            return Task.FromResult(new LinkTrail(address, address, LinkState.Answers, 200));
        }
    }
}
