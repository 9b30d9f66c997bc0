using Shirase.Site;

namespace Shirase.Web.Site;

/// <summary>What the public site serves besides pages.</summary>
public static class SiteEndpoints
{
    public static void MapSite(this WebApplication app)
    {
        app.MapGet("/site/{body}/accounts.json", AccountsAsync);
        app.MapGet("/site/{body}/feed.atom", FeedAsync);
        app.MapGet("/site/{body}/media/{id:guid}", MediaAsync);
    }

    private static async Task<IResult> AccountsAsync(string body, PublicArchive archive, CancellationToken ct) =>
        await archive.OpenAsync(body, ct) is not { } of
            ? Results.NotFound()
            : Results.Json(new
            {
                body = of.Id.Slug,
                name = of.Name,
                accounts = (await archive.AccountsAsync(ct)).Select(a => new
                {
                    name = a.DisplayName,
                    handle = a.Handle,
                    service = a.Channel,
                    since = a.Since,
                    state = a.State.ToString().ToLowerInvariant(),
                }),
            });

    private static async Task<IResult> FeedAsync(string body, HttpRequest request, PublicArchive archive, TimeProvider clock, CancellationToken ct)
    {
        if (await archive.OpenAsync(body, ct) is not { } of)
        {
            return Results.NotFound();
        }

        var (posts, _) = await archive.PostsAsync(null, 1, ct);
        var root = new Uri($"{request.Scheme}://{request.Host}/site/{of.Id}");
        return Results.Bytes(AtomFeed.Of(of, root, posts, clock.GetUtcNow()), "application/atom+xml; charset=utf-8");
    }

    private static async Task<IResult> MediaAsync(string body, Guid id, HttpResponse response, PublicArchive archive, CancellationToken ct)
    {
        if (await archive.OpenAsync(body, ct) is null || await archive.ImageAsync(id, ct) is not { } image)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(image.Bytes, image.ContentType);
    }
}
