using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Shirase.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>運用ポリシー of one account, the version that holds or one that held before (gx-5-2, is-2-2-c, is-t-6).</summary>
public sealed class PolicyModel(PublicArchive archive, PublicPolicies policies, IText text) : SitePage(archive, text)
{
    public PublicPolicy Policy { get; private set; } = null!;

    public Guid Key { get; private set; }

    /// <summary>The day whose version was asked for, or null.</summary>
    public DateOnly? On { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int? number, string? on, CancellationToken ct)
    {
        Key = id;
        On = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (await policies.FindAsync(id, number, On, ct) is not { } policy)
        {
            return NotFound();
        }

        Policy = policy;
        return Page();
    }
}
