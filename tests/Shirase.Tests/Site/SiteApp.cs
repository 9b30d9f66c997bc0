using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit;
using Shirase.TestKit.Images;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>The public site over HTTP, with the sample police publishing behind it.</summary>
public abstract class SiteApp : ShiraseApp, IAsyncLifetime
{
    protected SiteApp(bool sample, Dictionary<string, string?> settings)
        : base(new OfficeWithDuties(), sample, new Dictionary<string, string?>(settings) { ["Jobs:Work"] = "false" }) => Office = new Office(Store);

    public Office Office { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Clock.SetJapan(2026, 6, 11);
        await Store.SeedAsync(Ct);
    }

    /// <summary>Publishes these words on the body's own site: a live channel.</summary>
    public async Task<PostDelivery> PublishAsync(string body, string channel = "website", byte[]? image = null, string subject = "特殊詐欺に注意")
    {
        var account = await Store.DbAsync(db => db.Accounts.Where(a => a.Body == Office.Body && a.Handle.StartsWith("gunma_police"))
            .Where(a => (a.Handle == "gunma_police_site") == (channel == "website")).Select(a => a.Id).SingleAsync(Ct));
        var id = await Office.BeginAsync(await Office.ContentAsync(body) with { Accounts = [account.Value], Subject = subject });
        if (image is not null)
        {
            var attached = await Office.AskAsync<Attaching, Result<MediaItem>>("tamura", (a, w) => a.AttachAsync(id, w, image, Ct));
            Assert.True(attached.IsDone, attached.Refusal?.Text.Ja);
            Office.Fine(await Office.EditAsync(id, c => c with
            {
                Media = [attached.Value with { Alt = "署員が立つ写真", Origin = "撮影", RightHolder = "群馬県警察", Basis = "own-work", PersonsConsent = "人物は写っていない" }],
            }));
        }

        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        if ((await Office.ReadAsync(id)).Step == "assignment")
        {
            Office.Fine(await Office.AssignAsync(id));
        }

        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Published, delivery.State);
        return delivery;
    }

    public async Task RemoveAsync(PostDelivery delivery)
    {
        Office.Fine(await Office.RemoveAsync(delivery.Application, why: "番号の誤り"));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Removed, (await Office.DeliveryAsync(delivery.Application)).State);
    }

    /// <summary>Key of the only image of a publication.</summary>
    public async Task<Guid> ImageOfAsync(PostDelivery delivery) =>
        Assert.Single((await Office.ReadAsync(delivery.Application)).Current.Content.Media).Id;

    /// <summary>Changes rows behind the product's back.</summary>
    public async Task AlterAsync(FormattableString sql) => Assert.True(await Store.DbAsync(db => db.Database.ExecuteSqlAsync(sql, Ct)) > 0);

    public async Task<string> GetAsync(string address) => await (await AnswerAsync(address)).Content.ReadAsStringAsync(Ct);

    public async Task<HttpResponseMessage> AnswerAsync(string address, string? language = null)
    {
        using var browser = Open();
        if (language is not null)
        {
            browser.Client.DefaultRequestHeaders.Add("Cookie", $"shirase-language={language}");
        }

        return await browser.GetAsync(address, Ct);
    }

    public async Task<IHtmlDocument> PageAsync(string address, string? language = null) =>
        await new HtmlParser().ParseDocumentAsync(await (await AnswerAsync(address, language)).Content.ReadAsStringAsync(Ct), Ct);

    /// <summary>The answer to what a resident pastes.</summary>
    public async Task<IHtmlDocument> AskAsync(string pasted, string? language = null)
    {
        using var browser = Open();
        if (language is not null)
        {
            browser.Client.DefaultRequestHeaders.Add("Cookie", $"shirase-language={language}");
        }

        await browser.PostAsync("/site/gunma-police", new() { ["q"] = pasted }, Ct);
        return browser.Document();
    }

    /// <summary>Everything the public can get at, as one text.</summary>
    public async Task<string> EverythingAsync()
    {
        var all = "";
        foreach (var path in new[] { "", "/accounts", "/accounts.json", "/posts", "/posts?page=2", "/notices", "/feed.atom" })
        {
            all += System.Net.WebUtility.HtmlDecode(await GetAsync($"/site/gunma-police{path}"));
        }

        return all;
    }

    /// <summary>A picture no other test has.</summary>
    public static byte[] Picture() => PngFile.Of(8, 8);
}

/// <summary>An installation as a body runs it, under a configured public address.</summary>
public sealed class RealSite() : SiteApp(sample: false, new() { ["Channels:Website:BaseAddress"] = "https://shirase.example.jp/" });

/// <summary>The sample installation, without any configured address.</summary>
public sealed class SampleSite() : SiteApp(sample: true, []);
