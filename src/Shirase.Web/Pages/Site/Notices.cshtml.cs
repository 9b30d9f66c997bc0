using Microsoft.AspNetCore.Mvc;
using Shirase.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>お知らせ: what was published on the body's own site (channel website).</summary>
public sealed class NoticesModel(PublicArchive archive, PublicNotices notices, IText text) : SitePage(archive, text)
{
    public IReadOnlyList<PublicNotice> Notices { get; private set; } = [];

    /// <summary>True for the page of one notice.</summary>
    public bool IsOne { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken ct)
    {
        if (id is null)
        {
            Notices = await notices.LatestAsync(ct);
            return Page();
        }

        if (await notices.FindAsync(id, ct) is { } notice)
        {
            (Notices, IsOne) = ([notice], true);
            return Page();
        }

        // The address stays known to others after a removal: the record says what became of it
        return await notices.PublicationAsync(id, ct) is { } publication ? Redirect($"/site/{Body.Id}/posts/{publication.Id}") : NotFound();
    }
}
