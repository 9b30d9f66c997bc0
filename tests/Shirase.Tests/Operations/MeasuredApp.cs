using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>The product that does its jobs itself, at once, with a case that holds planted personal data.</summary>
internal sealed class MeasuredApp : ShiraseApp
{
    /// <summary>Words that must not be found in anything this installation tells machines.</summary>
    public static readonly string[] Planted = ["万場紅葉", "MANBA-KUREHA", "kureha@example.jp", "鏑川の土手", "planted-password-9", "planted-login"];

    public MeasuredApp(IReadOnlyDictionary<string, string?> settings, Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? also = null)
        : base(new OfficeWithDuties(), settings: new Dictionary<string, string?>(settings) { ["Jobs:Poll"] = "00:00:00.050" }, also: also) => Office = new Office(Store);

    public Office Office { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// One post published and deleted, one held because it is late, one refused by the gate, one wrong sign-in and one search, all of
    /// them with planted words.
    /// </summary>
    public async Task WorkAsync()
    {
        var sent = await Office.ReadyAsync(await ContentAsync());
        Office.Fine(await Office.PublishAsync(sent));
        await UntilAsync(sent, DeliveryState.Published);
        Office.Fine(await Office.RemoveAsync(sent, why: "万場紅葉 kureha@example.jp"));
        await UntilAsync(sent, DeliveryState.Removed);

        using var elsewhere = await SignInAsync("takahashi", System.Net.IPAddress.Parse("127.0.0.2"), Ct);
        var refused = await Office.ReadyAsync(await ContentAsync());
        await elsewhere.GetAsync("/desk", Ct);
        await elsewhere.PostAsync("/desk?handler=publish", new() { ["id"] = refused.ToString(), ["confirmed"] = "yes" }, Ct);

        var late = await Office.ReadyAsync(await ContentAsync());
        Office.Fine(await Office.PublishAsync(late, at: Clock.Now.AddMinutes(10)));
        Clock.Pass(TimeSpan.FromMinutes(40));
        await UntilAsync(late, DeliveryState.Held);

        using var browser = Open();
        await browser.GetAsync("/sign-in", Ct);
        await browser.PostAsync("/sign-in", new() { ["Form.Login"] = "planted-login", ["Form.Password"] = "planted-password-9" }, Ct);
        using var reader = await SignInAsync("tamura", Ct);
        await reader.GetAsync($"/posts?q={Uri.EscapeDataString("万場紅葉")}", Ct);
        await reader.GetAsync($"/posts/{sent}", Ct);
        await browser.PostAsync("/site/gunma-police", new() { ["q"] = "鏑川の土手 MANBA-KUREHA" }, Ct);
    }

    private async Task<PostContent> ContentAsync() =>
        await Office.ContentAsync("鏑川の土手で花を植えます。参加する人は広報係まで連絡してください。") with
        {
            Subject = "花の植付け",
            ActivityOrSource = "万場紅葉 MANBA-KUREHA kureha@example.jp",
        };

    private async Task UntilAsync(PostApplicationId id, DeliveryState state)
    {
        while ((await Office.DeliveryAsync(id)).State != state)
        {
            await Task.Delay(20, Ct);
        }
    }
}
