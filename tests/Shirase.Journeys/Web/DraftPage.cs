using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Shirase.Journeys.Browsing;
using Shirase.Web.Shell;
using Xunit;

namespace Shirase.Journeys.Web;

/// <summary>The scripts of the draft form in a real browser, against answers that the test decides.</summary>
public sealed class DraftPage(Chromium chromium) : IAsyncLifetime
{
    private const string Page = """
        <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>t</title><script type="module" src="/js/shell.js"></script></head><body><main>
        <input id="search" data-search-key>
        <div data-kept-offer hidden><button type="button" data-kept-restore id="restore">r</button><button type="button" data-kept-drop>d</button></div>
        <form id="form" method="post" action="/sent" data-check-url="/check" data-autosave-url="/save"
          data-said-signed-out="signed out" data-said-not-saved="not saved" data-said-conflict="conflict" data-submit-key>
        <input type="hidden" name="Version" value="1"><textarea id="Body" name="Body">ＡＢＣを見る</textarea>
        <div id="findings"></div><p id="counters"></p><p data-counter-voice id="voice"></p><p id="saved" role="status"></p>
        <button id="send" data-primary>s</button></form>
        <button type="button" id="approve" data-key="a" data-opens="ask">a</button>
        <dialog id="ask"><form method="post" action="/sent"><button data-confirm id="confirm" name="verb" value="approve">c</button></form></dialog>
        </main></body></html>
        """;

    private WebApplication? app;
    private IBrowserContext? window;

    /// <summary>Status that the next saving is answered with.</summary>
    public int SaveStatus { get; set; } = StatusCodes.Status200OK;

    /// <summary>What the forms sent, newest last.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<(string Path, string Body, string Version)> Sent { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Shirase.Web",
            ContentRootPath = Root(),
            EnvironmentName = "Production",
        });
        builder.WebHost.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        builder.Services.AddShell(builder.Environment);
        app = builder.Build();
        app.UseShell();
        app.MapGet("/draft", () => Results.Content(Page, "text/html; charset=utf-8"));
        app.MapPost("/check", async (HttpRequest request) => Results.Content(await AnswerAsync(request), "text/html; charset=utf-8"));
        app.MapPost("/save", async (HttpRequest request) =>
        {
            await NoteAsync(request);
            return SaveStatus == 200 ? Results.Json(new { said = "saved", version = "2" }) : Results.StatusCode(SaveStatus);
        });
        app.MapPost("/sent", async (HttpRequest request) =>
        {
            await NoteAsync(request);
            await Task.Delay(300);
            return Results.Content("<title>done</title>", "text/html");
        });
        await app.StartAsync();
    }

    public async Task<IPage> OpenAsync()
    {
        await CloseAsync();
        Sent.Clear();
        SaveStatus = 200;
        window = await chromium.WindowAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(app!.Urls.First() + "/draft");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private async Task CloseAsync()
    {
        if (window is not null)
        {
            await window.CloseAsync();
        }
    }

    private async Task<string> AnswerAsync(HttpRequest request)
    {
        var body = await NoteAsync(request);
        return $"""
            <p id="counters" data-left="-3" data-limit="140" data-announce="3 over">{body.Length}</p>
            <div id="findings"><a href="#Body" data-jump="Body" data-start="0" data-length="3" id="jump">j</a>
            <button type="button" hidden data-mend="ABC" data-mend-was="ＡＢＣ" data-mend-in="Body" data-start="0" data-length="3" id="mend">m</button></div>
            """;
    }

    private async Task<string> NoteAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Sent.Enqueue((request.Path, form["Body"].ToString(), form["Version"].ToString()));
        return form["Body"].ToString();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Shirase.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "src", "Shirase.Web");
    }
}
