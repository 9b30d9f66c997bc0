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
using Shirase.Web.Access;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>公式認証: which platforms prove accounts official, and how far each account is (to-7-1-i).</summary>
public sealed class VerificationModel(ShiraseDb db, KeepVerification keep, RegulationLibrary library, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public VerificationForm Form { get; set; } = new();

    /// <summary>The account of the form that was refused, or null.</summary>
    public Guid? Typed { get; private set; }

    public IReadOnlyList<VerificationLines> Platforms { get; private set; } = [];

    public bool MayKeep => (AccessGate.SeatsOf(me.Required) & (Access.Seats.PrOfficer | Access.Seats.OperationOfficer | Access.Seats.OperationManager | Access.Seats.Administrator)) != Access.Seats.None;

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostOfferAsync(string? channel, bool offers, CancellationToken ct)
    {
        ModelState.Clear();
        return await AnswerAsync(await keep.OfferAsync(Who, channel, offers, ct), offers ? "Verification.OfferDone" : "Verification.OfferEndDone", ct);
    }

    public async Task<IActionResult> OnPostEnterAsync(Guid id, CancellationToken ct)
    {
        Typed = id;
        return await AnswerAsync(ModelState.IsValid ? await keep.EnterAsync(Who, new(id), Form.Facts(), ct) : new Posts.EntriesNotRead(), "Verification.Done", ct);
    }

    public static string Look(VerificationState state) => state switch
    {
        VerificationState.Granted => "published",
        VerificationState.Applied => "deciding",
        VerificationState.ToApply => "waiting",
        _ => "rejected",
    };

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[done], "/accounts/verification");
        }

        db.Forget();
        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var today = clock.GetUtcNow().JapanDay();
        var accounts = (await db.Accounts.AsNoTracking().Where(a => a.State != AccountState.Deleted).OrderBy(a => a.Handle).ToListAsync(ct))
            .FindAll(a => a.Channel != "website" && library.InForce(a.Regulation, today)?.ClauseFor(KeepVerification.Verb) is not null);
        var offering = await db.VerifyingPlatforms.AsNoTracking().Where(p => p.EndedAt == null).ToListAsync(ct);
        var lines = (await db.AccountVerifications.AsNoTracking().ToListAsync(ct)).GroupBy(v => v.Account).ToDictionary(g => g.Key, g => g.MaxBy(v => v.At));
        Platforms = [.. accounts.GroupBy(a => a.Channel).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            new VerificationLines(g.Key, offering.Find(p => p.Channel == g.Key)?.At, [.. g.Select(a => (a, lines.GetValueOrDefault(a.Id)))]))];
    }
}

/// <summary>A platform with its accounts, each with the newest line of the procedure.</summary>
/// <param name="Since">When it was noted that it proves accounts; null while it does not.</param>
public sealed record VerificationLines(string Channel, DateTimeOffset? Since, IReadOnlyList<(OfficialAccount Account, AccountVerification? Last)> Accounts);

public sealed class VerificationForm
{
    /// <summary>What a person enters; that there is something to apply for, the system enters.</summary>
    public static IReadOnlyList<VerificationState> States { get; } = [VerificationState.Applied, VerificationState.Granted, VerificationState.Refused, VerificationState.Expired];

    [Display(Name = "Verification.State")]
    public VerificationState? State { get; set; }

    [Display(Name = "Verification.Day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Verification.UntilDay")]
    public DateOnly? Until { get; set; }

    [Display(Name = "Verification.Note")]
    public string? Note { get; set; }

    public VerificationFacts Facts() => new(State, Day, Until, Note);
}
