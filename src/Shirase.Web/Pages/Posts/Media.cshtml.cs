using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.People;
using Shirase.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>An attached image, cleaned, for those who may see its case.</summary>
public sealed class MediaModel(Attaching attaching, SignedInAccessor signedIn) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid media, CancellationToken ct)
    {
        var person = signedIn.Required;
        return await attaching.ReadAsync(new(media), new(person.Staff, person.Body), ct) is { } found && found.Application == new PostApplicationId(id)
            ? File(found.Bytes, found.ContentType)
            : NotFound();
    }
}
