using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>運用ポリシーの変更の公表: on the website and on the account itself (gx-p-6-3).</summary>
public sealed class PolicyModel(ShiraseDb db, PolicyChanges changes, SignedInAccessor me, RegulationLibrary library, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    [Display(Name = "Incidents.Policy.What")]
    public string? What { get; set; }

    [BindProperty]
    [Display(Name = "Incidents.Policy.ValidFrom")]
    public DateOnly? ValidFrom { get; set; }

    public OfficialAccount Account { get; private set; } = null!;

    public IReadOnlyList<PolicyLine> Changes { get; private set; } = [];

    public bool MayBegin => me.Required.Sits(Account.Regulation, "operation-manager") && Account.State != AccountState.Deleted;

    public bool MayProve => StopNotices.Seeing.Any(r => me.Required.Sits(Account.Regulation, r)) && Account.State != AccountState.Deleted;

    /// <summary>The address that was typed and refused.</summary>
    public (Guid Id, string Address) Tried { get; private set; }

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await changes.BeginAsync(Who, new(id), What, ValidFrom, ct), "Incidents.Policy.Begun", ct);

    public async Task<IActionResult> OnPostProveAsync(Guid id, Guid change, string? address, CancellationToken ct)
    {
        Tried = (change, address ?? "");
        return await AnswerAsync(id, await changes.ProveAsync(Who, change, address, ct), "Incidents.Proved", ct);
    }

    public async Task<IActionResult> OnPostPostAsync(Guid id, Guid change, Guid delivery, CancellationToken ct) =>
        await AnswerAsync(id, await changes.ShowPostAsync(Who, change, delivery, ct), "Incidents.Policy.PostNamed", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done, CancellationToken ct) =>
        refusal is null ? this.Done(text[done], $"/accounts/{id}/policy") : await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var key = new AccountId(id);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account)
        {
            return false;
        }

        Account = account;
        var hours = library.InForce(Account.Regulation, clock.GetUtcNow().JapanDay())?.Windows is [var window, ..] ? window : null;
        var lines = new List<PolicyLine>();
        foreach (var change in await db.PolicyChanges.AsNoTracking().Where(c => c.Account == key).OrderByDescending(c => c.At).ToListAsync(ct))
        {
            lines.Add(new(
                change,
                await db.PageProofs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == change.Notice, ct),
                await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == change.Post, ct),
                change.OwesPost ? await changes.PostsOfAsync(change, ct) : [],
                change.IsOverdue(clock.GetUtcNow(), hours)));
        }

        Changes = lines;
        return true;
    }
}

/// <summary>A change of the policy with what proves it.</summary>
public sealed record PolicyLine(PolicyChange Change, PageProof? Notice, PostDelivery? Post, IReadOnlyList<PostDelivery> Choices, bool IsOverdue);
