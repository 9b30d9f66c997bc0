using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>休止: declared and ended by whoever answers for the account, read by its unit (to-8-2-a, to-8-2-b).</summary>
public sealed class DormancyModel(ShiraseDb db, KeepDormancy keep, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    [BindProperty]
    [Display(Name = "Policies.Rest.Until")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    [Display(Name = "Policies.Rest.Why")]
    public string? Why { get; set; }

    public OfficialAccount Account { get; private set; } = null!;

    public string Clause { get; private set; } = "";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Dormancy> Rests { get; private set; } = [];

    public Dormancy? Current => Rests.FirstOrDefault(r => r.IsOpen);

    public bool MayDecide { get; private set; }

    private Who Person => new(me.Required.Staff, me.Required.Body);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDeclareAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(ModelState.IsValid ? await keep.DeclareAsync(Person, new(id), Until, Why, ct) : new Posts.EntriesNotRead(), id, "Policies.Rest.Declared", ct);

    public async Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        return await AnswerAsync(await keep.ResumeAsync(Person, new(id), ct), id, "Policies.Rest.Resumed", ct);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, Guid id, string said, CancellationToken ct) =>
        refusal is null ? this.Done(text[said], $"/accounts/{id}/dormancy") : await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        db.Forget();
        var key = new AccountId(id);
        var day = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account
            || library.InForce(account.Regulation, day)?.ClauseFor(KeepDormancy.Verb) is not { } clause)
        {
            return false;
        }

        (Account, Clause) = (account, clause);
        MayDecide = KeepPolicy.MayEnter(await reader.RosterAsync(account.Body, day, ct), me.Required.Staff, account) && account.State != AccountState.Deleted;
        Rests = await db.Dormancies.AsNoTracking().Where(d => d.Account == key).OrderByDescending(d => d.At).ToListAsync(ct);
        return true;
    }
}
