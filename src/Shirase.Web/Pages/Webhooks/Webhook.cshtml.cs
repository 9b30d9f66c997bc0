using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Webhooks;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;
using Shirase.Webhooks;

namespace Shirase.Web.Pages.Webhooks;

/// <summary>One address: what was sent to it and what became of it, its secret, and whether it is told.</summary>
public sealed class WebhookModel(ShiraseDb db, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    private const int OfAPage = 50;

    public WebhookSubscription Subscription { get; private set; } = null!;

    public IReadOnlyList<WebhookMessage> Messages { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IssuedSecret? Issued { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<string> EventWords => [.. Subscription.EventNames.Select(e => WebhookEvent.Find(e)?.Meaning.In(text.Language) ?? e)];

    public Task<IActionResult> OnGetAsync(Guid id, int? p, CancellationToken ct) => ShowAsync(id, ct, p ?? 1);

    public async Task<IActionResult> OnPostRotateAsync(Guid id, CancellationToken ct)
    {
        var made = await keep.RotateAsync(me.Required.Body, id, Act, ct);
        Issued = made.Value;
        return made.Refusal is null ? await ShowAsync(id, ct) : await AnswerAsync(id, made.Refusal, "", ct);
    }

    public async Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await keep.DisableAsync(me.Required.Body, id, Act, ct), "Webhooks.Disabled", ct);

    public async Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await keep.EnableAsync(me.Required.Body, id, Act, ct), "Webhooks.Enabled", ct);

    public async Task<IActionResult> OnPostTestAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await keep.TestAsync(me.Required.Body, id, Act, ct), "Webhooks.Tested", ct);

    public async Task<IActionResult> OnPostResendAsync(Guid id, Guid message, CancellationToken ct) =>
        await AnswerAsync(id, await keep.ResendAsync(me.Required.Body, id, message, Act, ct), "Webhooks.Resent", ct);

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct) =>
        await keep.RemoveAsync(me.Required.Body, id, Act, ct) is { } refusal
            ? await AnswerAsync(id, refusal, "", ct)
            : this.Done(text["Webhooks.Removed"], "/webhooks");

    private Act Act => me.Required.Act(clock.GetUtcNow().Truncated());

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], $"/webhooks/{id}");
        }

        ViewData["Refused"] = refusal;
        return await ShowAsync(id, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct, int page = 1)
    {
        db.Forget();
        if (await db.WebhookSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } found)
        {
            return NotFound();
        }

        Subscription = found;
        var sent = db.WebhookMessages.AsNoTracking().Where(m => m.Subscription == id);
        Pages = Math.Max(1, (await sent.CountAsync(ct) + OfAPage - 1) / OfAPage);
        Number = Math.Clamp(page, 1, Pages);
        Messages = await sent.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip((Number - 1) * OfAPage).Take(OfAPage).ToListAsync(ct);
        return Page();
    }
}
