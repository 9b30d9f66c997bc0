using Microsoft.AspNetCore.Mvc;
using Shirase.Core;

namespace Shirase.Web.Pages.Desk;

/// <summary>The acts of the list: stop, let go on, keep one back, open the installation.</summary>
public sealed partial class OutgoingModel
{
    /// <summary>One act, no question asked: an account when it is named, else the whole body.</summary>
    public async Task<IActionResult> OnPostFreezeAsync(Guid? account, string? why, CancellationToken ct) =>
        await DoneAsync(await freezing.FreezeAsync(Me, account is { } id ? new AccountId(id) : null, why, ct), "Desk.Outgoing.FreezeDone", why, ct);

    public async Task<IActionResult> OnPostAskResumeAsync(Guid freeze, string? why, CancellationToken ct) =>
        await DoneAsync(await freezing.AskToResumeAsync(Me, freeze, why, ct), "Desk.Outgoing.ResumeAskedDone", why, ct);

    public async Task<IActionResult> OnPostResumeAsync(Guid freeze, CancellationToken ct) =>
        await DoneAsync(await freezing.ResumeAsync(Me, freeze, ct), "Desk.Outgoing.ResumeDone", null, ct);

    public async Task<IActionResult> OnPostHoldAsync(Guid id, Guid delivery, CancellationToken ct) =>
        await DoneAsync(await holding.HoldAsync(new(id), Me, new(delivery), null, ct), "Desk.Outgoing.HoldDone", null, ct);

    public async Task<IActionResult> OnPostOpenAsync(string? why, CancellationToken ct) =>
        await DoneAsync(await opening.RunAsync(Me, why, ct), "Desk.Outgoing.OpenDone", why, ct);

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string said, string? why, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Said"] = text[said];
            return Redirect("/outgoing");
        }

        ViewData["Refused"] = refusal;
        Why = why;
        db.Forget();
        await ShowAsync(ct);
        return Page();
    }
}
