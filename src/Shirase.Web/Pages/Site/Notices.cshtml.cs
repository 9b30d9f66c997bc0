using Microsoft.AspNetCore.Mvc;
using Shirase.Channels;
using Shirase.Site;

namespace Shirase.Web.Pages.Site;

/// <summary>お知らせ: what was published on the body's own site (channel website).</summary>
public sealed class NoticesModel(PublicArchive archive) : SitePage(archive)
{
    public IReadOnlyList<StoredNotice> Notices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken ct)
    {
        if (id is null)
        {
            Notices = await Archive.NoticesAsync(ct);
        }
        else if (await Archive.NoticeAsync(id, ct) is { } notice)
        {
            Notices = [notice];
        }
        else
        {
            return NotFound();
        }

        return Page();
    }
}
