using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Desk;

/// <summary>訓練のタイムライン: the body's drills and its practice partners' posts, newest first. Nothing here leaves the system.</summary>
public sealed class DrillModel(ShiraseDb db, SignedInAccessor signedIn, PracticePartners partners, IText text, TimeProvider clock) : PageModel
{
    private const int OfAPage = 20;

    public IReadOnlyList<StoredPracticePost> Posts { get; private set; } = [];

    public IReadOnlySet<string> Own { get; private set; } = new HashSet<string>();

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public bool MayChange => signedIn.Required.IsAdministrator;

    public BodyId Body => signedIn.Required.Body;

    [BindProperty]
    public PartnerForm Form { get; set; } = new();

    public Task OnGetAsync(int? p, CancellationToken ct) => ShowAsync(p ?? 1, ct);

    public async Task<IActionResult> OnPostAddPartnerAsync(CancellationToken ct) =>
        await AnswerAsync(await partners.AddAsync(Body, Act, Form.Handle ?? "", Form.Text ?? "", ct), "Desk.Partner.Added", ct);

    /// <summary>The post whose new words were refused, with them.</summary>
    public (string Post, string Words)? Tried { get; private set; }

    public async Task<IActionResult> OnPostEditPartnerAsync(string id, string? words, CancellationToken ct)
    {
        Tried = (id, words ?? "");
        return await AnswerAsync(await partners.RewriteAsync(Body, Act, id, words ?? "", ct), "Desk.Partner.Rewritten", ct);
    }

    public async Task<IActionResult> OnPostRemovePartnerAsync(string id, CancellationToken ct) =>
        await AnswerAsync(await partners.RemoveAsync(Body, Act, id, ct), "Desk.Partner.Removed", ct);

    private Act Act => signedIn.Required.Act(clock.GetUtcNow().Truncated());

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Said"] = text[said];
            return Redirect("/drill");
        }

        ViewData["Refused"] = refusal;
        await ShowAsync(1, ct);
        return Page();
    }

    private async Task ShowAsync(int page, CancellationToken ct)
    {
        Own = (await db.Accounts.AsNoTracking().Where(a => a.Body == Body).Select(a => a.Handle).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var standing = db.PracticePosts.AsNoTracking().Where(p => p.Body == Body && p.RemovedAt == null);
        Pages = Math.Max(1, (await standing.CountAsync(ct) + OfAPage - 1) / OfAPage);
        Number = Math.Clamp(page, 1, Pages);
        Posts = await standing.OrderByDescending(p => p.PostedAt).ThenByDescending(p => p.Id).Skip((Number - 1) * OfAPage).Take(OfAPage).ToListAsync(ct);
    }
}

public sealed class PartnerForm
{
    [System.ComponentModel.DataAnnotations.Display(Name = "Desk.Partner.Handle")]
    public string? Handle { get; set; }

    [System.ComponentModel.DataAnnotations.Display(Name = "Desk.Partner.Text")]
    public string? Text { get; set; }
}
