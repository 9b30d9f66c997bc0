using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Web.Parts;
using Shirase.Web.Shell;
using Xunit;

namespace Shirase.Tests.Web;

/// <summary>The shell alone, without a store: every page stands on it.</summary>
public sealed class ShellHost : IAsyncLifetime
{
    private WebApplication shell = null!;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public HttpClient Client { get; private set; } = null!;

    public static string Root { get; } = FindRoot();

    public async ValueTask InitializeAsync()
    {
        shell = await StartAsync("Development");
        Client = Browser(shell);
    }

    public static async Task<WebApplication> StartAsync(string environment, params string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Shirase.Web",
            ContentRootPath = Path.Combine(Root, "src", "Shirase.Web"),
            EnvironmentName = environment,
            Args = args,
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IClauseIndex>(new OneClause());
        builder.Services.AddShell(builder.Environment);
        var app = builder.Build();
        app.UseShell();
        app.MapShell();
        app.MapGet("/test/bug", string () => throw new InvalidOperationException("山田太郎"));
        app.MapGet("/test/forbidden", () => Microsoft.AspNetCore.Http.Results.StatusCode(403));
        await app.StartAsync();
        return app;
    }

    public static HttpClient Browser(WebApplication app)
    {
        var client = app.GetTestClient();
        client.BaseAddress = new Uri("http://localhost");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Ct));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await shell.DisposeAsync();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Shirase.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Shirase.slnx not found.");
    }

    private sealed class OneClause : IClauseIndex
    {
        public ClauseView? Find(string id) => id == "gx-13-2-1"
            ? new ClauseView("/regulations/gunma-police-x#gx-13-2-1", new Localized("要領13(2)", "Guidelines 13(2)"), new Localized("140字以内", "Within 140"))
            : null;
    }
}
