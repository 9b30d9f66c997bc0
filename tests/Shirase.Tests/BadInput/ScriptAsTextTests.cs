using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.BadInput;

/// <summary>Script in every word that anybody can write, carried through a whole case: on every page inside it stays text.</summary>
public sealed class ScriptAsTextTests(CaseApp app) : IClassFixture<CaseApp>
{
    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}${7*7}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    [Fact]
    public async Task Given_script_in_every_word_of_a_case_When_filed_decided_and_published_Then_it_is_text_on_every_page()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        await RegistersAsync();
        var id = await PublishedAsync();
        var delivery = await Office.DeliveryAsync(id);
        var practice = delivery.Address![delivery.Address!.IndexOf("/drill/", StringComparison.Ordinal)..];

        foreach (var (login, page) in new[]
        {
            ("tamura", $"/posts/{id}"), ("tamura", $"/posts/{id}/versions"), ("tamura", $"/posts/{id}/decision"), ("tamura", $"/posts/{id}/evidence"), ("tamura", $"/posts/{id}/print"),
            ("tamura", $"/posts/{id}/settle"), ("tamura", $"/posts/{id}/actions"), ("tamura", $"/posts/new?from={id}"), ("tamura", "/"), ("tamura", "/posts"), ("tamura", "/posts?q=script"),
            ("tamura", "/public-bodies"), ("tamura", "/drill"), ("tamura", practice), ("tamura", "/regulations/gunma-police-x"), ("hoshino", "/posts/inbox"), ("hoshino", "/"),
            ("kobayashi", "/"), ("kobayashi", "/desk"), ("kobayashi", "/terminals/overrides"), ("takahashi", "/desk"), ("takahashi", "/"), ("yanagida", "/records"),
            ("horiguchi", "/people"), ("horiguchi", "/units"), ("horiguchi", "/terminals"), ("horiguchi", "/accounts"), ("horiguchi", "/settings"),
        })
        {
            using var browser = await app.SignInAsync(login, Ct);
            using var answer = await browser.GetAsync(page, Ct);

            Assert.True(answer.IsSuccessStatusCode, $"{login} {page}: {(int)answer.StatusCode}.");
            Clean(browser, page);
        }

        await LanguagesAndFilesAsync(id);
    }

    // JSON and CSV are files; a page that shows them must not run them either
    private async Task LanguagesAndFilesAsync(PostApplicationId id)
    {
        using var auditor = await app.SignInAsync("yanagida", Ct);
        using var json = await auditor.GetAsync($"/posts/{id}/evidence.json", Ct);
        Assert.Equal(("application/json", "nosniff"), (json.Content.Headers.ContentType!.MediaType, json.Headers.GetValues("X-Content-Type-Options").Single()));
        using var parsed = System.Text.Json.JsonDocument.Parse(auditor.Page);
        Assert.NotEmpty(parsed.RootElement.EnumerateObject());
        using var author = await app.SignInAsync("tamura", Ct);
        using var csv = await author.GetAsync("/posts?handler=csv", Ct);
        Assert.Equal(("text/csv", "nosniff"), (csv.Content.Headers.ContentType!.MediaType, csv.Headers.GetValues("X-Content-Type-Options").Single()));
        author.Cookies.Add(app.Address, new System.Net.Cookie("shirase-language", "en"));
        foreach (var page in new[] { $"/posts/{id}", $"/posts/{id}/evidence", $"/posts/{id}/print", "/" })
        {
            await author.GetAsync(page, Ct);
            Clean(author, page);
        }
    }

    private static void Clean(TestBrowser browser, string page)
    {
        var document = browser.Document();
        Assert.True(document.QuerySelectorAll("script").All(s => s.TextContent.Length == 0), $"{page} runs a script.");
        Assert.True(document.All.All(e => e.Attributes.All(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))), $"{page} has a handler in an attribute.");
        Assert.DoesNotContain("<script>alert", browser.Page, StringComparison.Ordinal);
    }

    private async Task<PostApplicationId> PublishedAsync()
    {
        var content = await Office.ContentAsync() with
        {
            Subject = "特殊詐欺<img src=x onerror=alert(2)>",
            Body = $"{Script} 不審な電話は110番へ。",
            ActivityOrSource = Script,
            NoRelatedDocuments = false,
            RelatedDocuments = [new("press", Script, Script)],
            PressRelease = Script,
            Extension = Script,
            Consent = new(Script, Script, null),
        };
        var id = await Office.BeginAsync(content);
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id, why: Script));
        Office.Fine(await Office.ApproveAsync(id, "negishi", Script));
        Office.Fine(await Office.AskAsync<Shirase.Posts.Deciding, Refusal?>("hoshino", (d, w) => d.AssignAsync(id, w, Script, Ct)));
        Office.Fine(await Office.ConsultAsync(id, Script, "kobayashi"));
        Office.Fine(await Office.AgreeAsync(id, Script, "kobayashi"));
        Office.Fine(await Office.AgreeAsync(id, Script, "tamura"));
        Office.Fine(await Office.ReturnAsync(id, "kobayashi", Script));
        Office.Fine(await Office.EditAsync(id, c => c with { Body = c.Body + "毎日です。" }));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi", Script));
        Office.Fine(await Office.AssignAsync(id));
        Office.Fine(await Office.AskAsync<Shirase.Posts.Consulting, Refusal?>("kobayashi", (c, w) => c.ProposeWordingAsync(id, w, Script[..20], Script, Script, Ct)));
        Office.Fine(await Office.AnswerAsync(id, accepts: false, Script));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi", Script));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Office.Fine(await Office.ReportErrorAsync(id, Script));
        return id;
    }

    private async Task RegistersAsync()
    {
        using var administrator = await app.SignInAsync("horiguchi", Ct);
        await administrator.GetAsync("/units", Ct);
        await administrator.PostAsync("/units", new() { ["Form.Code"] = "x-script", ["Form.Name"] = Script, ["Form.NameEn"] = Script, ["Form.Mark"] = "試", ["Form.Telephone"] = Script }, Ct);
        Assert.Equal("/units", administrator.Where);
        await administrator.GetAsync("/terminals", Ct);
        await administrator.PostAsync("/terminals", new() { ["Form.Name"] = Script, ["Form.Location"] = Script, ["Form.Ranges"] = "192.0.2.77/32" }, Ct);
        var tamura = (await Office.WhoAsync("tamura")).Staff;
        await administrator.GetAsync($"/people/{tamura}", Ct);
        await administrator.PostAsync($"/people/{tamura}?handler=Rename", new() { ["Names.Name"] = Script, ["Names.NameEn"] = Script }, Ct);
        await administrator.GetAsync("/accounts", Ct);
        var unit = await app.Store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body).Select(u => u.Id).FirstAsync(Ct));
        await administrator.PostAsync("/accounts", new()
        {
            ["Form.Handle"] = "script_sample",
            ["Form.DisplayName"] = Script,
            ["Form.Channel"] = "website",
            ["Form.Regulation"] = "gunma-police-x",
            ["Form.Owner"] = unit.ToString(),
        }, Ct);
        Assert.Equal("/accounts", administrator.Where);
        Office.Fine((await Office.AskAsync<Shirase.Posts.PublicBodies, Result<Guid>>("tamura", (p, w) => p.ProposeAsync(w, Script, "municipality", Script, Script, Ct))).Refusal);
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync("/terminals/overrides", Ct);
        await officer.PostAsync("/terminals/overrides", new() { ["Form.To"] = (await Office.WhoAsync("takahashi")).Staff.ToString(), ["Form.Why"] = Script }, Ct);
        Assert.Contains("&lt;script&gt;", officer.Page, StringComparison.Ordinal);
    }
}
