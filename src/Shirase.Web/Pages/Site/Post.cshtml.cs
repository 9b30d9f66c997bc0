using Microsoft.AspNetCore.Mvc;
using Shirase.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>One post, or that it was removed.</summary>
public sealed class PostModel(PublicArchive archive, IText text) : SitePage(archive, text)
{
    public PublicPost Post { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await Archive.PostAsync(id, ct) is not { } post)
        {
            return NotFound();
        }

        Post = post;
        return Page();
    }
}
