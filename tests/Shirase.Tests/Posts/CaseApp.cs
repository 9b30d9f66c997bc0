using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Duties;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;

namespace Shirase.Tests.Posts;

/// <summary>The product over HTTP with the sample police at work behind it; jobs run when the test says so.</summary>
public sealed class CaseApp : ShiraseApp
{
    public CaseApp()
        : base(new OfficeWithDuties(), settings: new Dictionary<string, string?> { ["Jobs:Work"] = "false" }) => Office = new Office(Store);

    public Office Office { get; }

    /// <summary>The last page as a document.</summary>
    public static Task<IDocument> SeenAsync(TestBrowser browser, CancellationToken ct) =>
        BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(browser.Page), ct);

    /// <summary>Text of an element without runs of white space.</summary>
    public static string Words(IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The running product has jobs of the duties too; whoever runs jobs has to know them.</summary>
public sealed class OfficeWithDuties : SqliteStore
{
    public OfficeWithDuties() => Also = Equip;

    internal static void Equip(IServiceCollection services)
    {
        Office.Equip(services);
        services.AddDuties();
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresOfficeWithDuties : PostgresStore
{
    public PostgresOfficeWithDuties() => Also = OfficeWithDuties.Equip;
}
