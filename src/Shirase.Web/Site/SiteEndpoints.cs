using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Site;
using Shirase.Web.Shell;

namespace Shirase.Web.Site;

/// <summary>What the public site serves besides pages.</summary>
public static class SiteEndpoints
{
    // Japanese as Japanese; what could become markup stays escaped
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapSite(this WebApplication app)
    {
        app.MapGet("/robots.txt", Robots);
        app.MapGet("/site/{body}/accounts.json", AccountsAsync);
        app.MapGet("/site/{body}/feed.atom", FeedAsync);
        app.MapGet("/site/{body}/media/{id:guid}", MediaAsync);
    }

    // Search engines may know the public pages; a sample must not be found as if it were the real thing (RFC 9309)
    private static IResult Robots(HttpContext http, IOptions<InstallationOptions> installation)
    {
        http.MayBeKept(varies: false);
        return Results.Text($"User-agent: *\n{(installation.Value.Sample ? "" : "Allow: /site\nAllow: /css/\nAllow: /favicon.svg\n")}Disallow: /\n");
    }

    private static async Task<IResult> AccountsAsync(string body, HttpContext http, PublicArchive archive, PublicAccounts accounts, CancellationToken ct)
    {
        if (await archive.OpenAsync(body, ct) is not { } of)
        {
            return Results.NotFound();
        }

        var list = new
        {
            body = of.Id.Slug,
            name = of.Name,
            page = $"{SiteAddress.Of(http, of.Id)}/accounts",
            accounts = (await accounts.AllAsync(ct)).Select(a => new
            {
                operatedBy = of.Name,
                name = a.Name,
                handle = a.Handle,
                service = a.Channel,
                profile = a.Profile,
                since = a.Since,
                state = a.State.ToString().ToLowerInvariant(),
                stoppedOn = a.StoppedOn,
                drill = a.IsDrill,
            }),
        };
        return Kept(http, JsonSerializer.SerializeToUtf8Bytes(list, Readable), "application/json; charset=utf-8");
    }

    private static async Task<IResult> FeedAsync(string body, HttpContext http, PublicArchive archive, PublicAccounts accounts, CancellationToken ct)
    {
        if (await archive.OpenAsync(body, ct) is not { } of)
        {
            return Results.NotFound();
        }

        var since = (await accounts.AllAsync(ct)).Select(a => (DateOnly?)a.Since).Min() is { } day
            ? new DateTimeOffset(day, TimeOnly.MinValue, JapanTime.Offset)
            : DateTimeOffset.UnixEpoch;
        var feed = AtomFeed.Of(of, SiteAddress.Of(http, of.Id), await archive.ChangesAsync(ct), since);
        return Kept(http, feed, "application/atom+xml; charset=utf-8");
    }

    private static async Task<IResult> MediaAsync(string body, Guid id, HttpContext http, PublicArchive archive, CancellationToken ct) =>
        await archive.OpenAsync(body, ct) is null || await archive.ImageAsync(id, ct) is not { } image
            ? Results.NotFound()
            : Kept(http, image.Bytes, image.ContentType);

    // Who still has the same bytes is told so (304) instead of being sent them again
    private static IResult Kept(HttpContext http, byte[] bytes, string contentType)
    {
        http.MayBeKept(varies: false);
        return Results.Bytes(bytes, contentType, entityTag: PublicCaching.TagOf(bytes));
    }
}
