using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Webhooks;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Parts;
using Shirase.Web.Registers;
using Shirase.Web.Words;
using Shirase.Webhooks;

namespace Shirase.Web.Pages.Webhooks;

/// <summary>外部への通知: addresses of other systems, for administrators.</summary>
public sealed class IndexModel(ShiraseDb db, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public WebhookForm Form { get; set; } = new();

    public IReadOnlyList<WebhookSubscription> Subscriptions { get; private set; } = [];

    /// <summary>The secret in clear, in the one answer that shows it.</summary>
    public IssuedSecret? Issued { get; private set; }

    public IReadOnlyList<ChoiceView> Events =>
        [.. WebhookEvent.All.Where(e => e.Name != WebhookEvent.Test).Select(e => new ChoiceView(e.Name, e.Meaning.In(text.Language), null, e.Name))];

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostSubscribeAsync(CancellationToken ct)
    {
        var made = await keep.SubscribeAsync(me.Required.Body, Form.Address ?? "", [.. Form.Events], me.Required.Act(clock.GetUtcNow().Truncated()), ct);
        db.Forget();
        await ShowAsync(ct);
        if (made.Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        // Shown in the answer itself: a redirect would have to carry the secret along
        Issued = made.Value;
        ModelState.Clear();
        Form = new();
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct) =>
        Subscriptions = await db.WebhookSubscriptions.AsNoTracking().OrderBy(s => s.CreatedAt).ToListAsync(ct);
}

public sealed class WebhookForm
{
    [Display(Name = "Webhooks.Address")]
    public string? Address { get; set; }

    [Display(Name = "Webhooks.Events")]
    public IList<string> Events { get; set; } = [];
}
