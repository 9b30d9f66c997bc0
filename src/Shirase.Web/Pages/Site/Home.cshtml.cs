using Microsoft.AspNetCore.Mvc;
using Shirase.Site;
using Shirase.Web.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>
/// For a resident on a phone: is this really from them, and what did they say lately? What is pasted is sent in the form's body: an address
/// would carry it into logs and histories. Nothing is changed or kept, so nobody needs a cookie for it.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class HomeModel(PublicArchive archive, Genuineness genuineness, IText text) : SitePage(archive, text)
{
    /// <summary>Posts shown before the archive. Ours.</summary>
    private const int Newest = 5;

    public string Q { get; private set; } = "";

    public Answer Answer { get; private set; } = new(Verdict.None);

    public IReadOnlyList<PublicPost> Latest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Latest = [.. (await Archive.PostsAsync(null, 1, ct)).Posts.Take(Newest)];

    public async Task OnPostAsync([FromForm] string? q, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        Q = q ?? "";
        Answer = await genuineness.AskAsync(q, SiteAddress.Of(HttpContext, Body.Id), ct);
        await OnGetAsync(ct);
    }
}
