using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Desk;

/// <summary>掲載の有無の確認: the evidence about a message whose answer was lost, and the two decisions a PR officer may take.</summary>
public sealed class UndecidedModel(
    ShiraseDb db, SignedInAccessor signedIn, Publishing publishing, Settling settling, IEnumerable<IShowAccounts> shown, RegulationLibrary library, IText text) : PageModel
{
    public SentItem Item { get; private set; } = null!;

    /// <summary>What stands on the platform; null when it cannot be read.</summary>
    public IReadOnlyList<RemotePost>? Timeline { get; private set; }

    public Uri? Profile { get; private set; }

    public bool Decides { get; private set; }

    public string? Why { get; private set; }

    public string? RemoteId { get; private set; }

    private Who Me => new(signedIn.Required.Staff, signedIn.Required.Body);

    public bool IsSame(RemotePost post) => ComposedText.Lf(post.Text) == Outgoing.Expected(Item.Delivery);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ShowAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStandsAsync(Guid id, string? remote, string? typed, string? why, CancellationToken ct) =>
        await DecideAsync(id, why, typed, d => settling.StandsAsync(d.Application, Me, d.Id, remote ?? typed ?? "", why, ct), "Desk.Undecided.StandsDone", ct);

    public async Task<IActionResult> OnPostMissingAsync(Guid id, string? why, CancellationToken ct) =>
        await DecideAsync(id, why, null, d => settling.MissingAsync(d.Application, Me, d.Id, why, ct), "Desk.Undecided.MissingDone", ct);

    public async Task<IActionResult> OnPostByHandAsync(Guid id, string? remote, string? typed, string? why, CancellationToken ct) =>
        await DecideAsync(id, why, typed, d => settling.PostedByHandAsync(d.Application, Me, d.Id, remote ?? typed ?? "", why, ct), "Desk.Undecided.ByHandDone", ct);

    private async Task<IActionResult> DecideAsync(Guid id, string? why, string? typed, Func<PostDelivery, Task<Refusal?>> decide, string said, CancellationToken ct)
    {
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == new DeliveryId(id), ct);
        if (delivery is null)
        {
            return NotFound();
        }

        if (await decide(delivery) is not { } refusal)
        {
            TempData["Said"] = text[said];
            return Redirect("/outgoing");
        }

        ViewData["Refused"] = refusal;
        (Why, RemoteId) = (why, typed);
        db.Forget();
        return await ShowAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken ct)
    {
        var found = await new DeskBoard(db, publishing, library, signedIn.Required.UnitsOf("pr-officer", "operation-officer", "operation-manager")).SentAsync(db.Deliveries.Where(d => d.Id == new DeliveryId(id)), ct);
        if (found is not [var item])
        {
            return false;
        }

        Item = item;
        Decides = (item.Delivery.NeedsDecision || item.Delivery.MayBePostedByHand) && signedIn.Required.Seats.Any(s => s is { Role: "pr-officer", IsDeputy: false });
        Profile = shown.FirstOrDefault(c => c.Name == item.Delivery.Channel)
            ?.ProfileOf(item.Account.Body, item.Account.Handle, item.Account.Service is { } service ? new Uri(service) : null);
        Timeline = item.Delivery.MayStand || item.Delivery.MayBePostedByHand ? await settling.EvidenceAsync(item.Delivery, ct) : null;
        return true;
    }
}
