using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core.Posts;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>The difference between any two versions of a case.</summary>
public sealed class VersionsModel(CaseFiles cases) : PageModel
{
    public CaseFile Case { get; private set; } = null!;

    public ContentVersion Before { get; private set; } = null!;

    public ContentVersion After { get; private set; } = null!;

    public IReadOnlyList<string> OtherChanges => ContentChanges.Of(Before.Content, After.Content);

    public async Task<IActionResult> OnGetAsync(Guid id, int? a, int? b, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return NotFound();
        }

        var versions = file.Application.Versions;
        var newest = file.Application.Current.Number;
        if (versions.FirstOrDefault(v => v.Number == (a ?? Math.Max(1, newest - 1))) is not { } before
            || versions.FirstOrDefault(v => v.Number == (b ?? newest)) is not { } after)
        {
            return NotFound();
        }

        (Case, Before, After) = (file, before, after);
        return Page();
    }

    public string TextOf(ContentVersion version) => ComposedText.Of(version.Content, Case.Regulation.Composition);
}
