using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>終了の手続: what is done before an account ends, as far as its document asks for it (to-8-1-a, to-8-1-b, is-2-7-b).</summary>
public sealed class ClosingModel(ShiraseDb db, ClosingAccounts closing, CaseReader reader, RegulationLibrary library, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    /// <summary>How many of the newest posts are offered as the announcement. Ours.</summary>
    private const int Offered = 20;

    [BindProperty]
    [Display(Name = "Closing.Why")]
    public string? Why { get; set; }

    [BindProperty]
    [Display(Name = "Closing.Post")]
    public Guid? Post { get; set; }

    [BindProperty]
    [Display(Name = "Closing.Address")]
    public string? Address { get; set; }

    [BindProperty]
    [Display(Name = "Closing.Document")]
    public string? Document { get; set; }

    public OfficialAccount Account { get; private set; } = null!;

    public ClosingRule Rule { get; private set; } = null!;

    public AccountClosing? Closing { get; private set; }

    public PageProof? Proof { get; private set; }

    public Localized ByName { get; private set; } = new("", "");

    /// <summary>What keeps the account from being ended today; null when nothing does.</summary>
    public Refusal? Blocking { get; private set; }

    public IReadOnlyList<SelectListItem> Posts { get; private set; } = [];

    public bool MayDecide { get; private set; }

    private Who Person => new(me.Required.Staff, me.Required.Body);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await closing.BeginAsync(Person, new(id), Why, ct), "Closing.BegunNow", ct);

    public async Task<IActionResult> OnPostAnnounceAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await closing.AnnounceAsync(Person, new(id), Post is { } post ? new(post) : null, ct), "Closing.AnnouncedNow", ct);

    public async Task<IActionResult> OnPostProveAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await closing.ProveAsync(Person, new(id), Address, ct), "Closing.SeenNow", ct);

    public async Task<IActionResult> OnPostReportAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await closing.ReportAsync(Person, new(id), Document, ct), "Closing.ReportedNow", ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], $"/accounts/{id}/closing");
        }

        db.Forget();
        return await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var (key, day) = (new AccountId(id), clock.GetUtcNow().JapanDay());
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account
            || library.InForce(account.Regulation, day)?.Closing is not { IsAtOnce: false } rule)
        {
            return false;
        }

        (Account, Rule) = (account, rule);
        MayDecide = KeepPolicy.MayEnter(await reader.RosterAsync(account.Body, day, ct), me.Required.Staff, account) && account.State != AccountState.Deleted;
        Closing = await db.ClosingOfAsync(key, ct);
        if (Closing is { } open)
        {
            var name = await db.Staff.AsNoTracking().Where(s => s.Id == open.By).Select(s => new { s.Name, s.NameEn }).SingleOrDefaultAsync(ct);
            ByName = new(name?.Name ?? "", name?.NameEn ?? "");
            Proof = await db.PageProofs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == open.Notice, ct);
            var hasExport = await db.Journal.AsNoTracking().AnyAsync(j => j.Verb == "archive.exported" && j.At >= open.At, ct);
            Blocking = AccountClosing.MayEnd(open, rule, day, hasExport, isTakeover: false);
            var posts = await db.Deliveries.AsNoTracking().Where(d => d.Account == key && d.State == DeliveryState.Published).OrderByDescending(d => d.PublishedAt).Take(Offered).ToListAsync(ct);
            Posts = [.. posts.Select(p => new SelectListItem($"{p.PublishedAt!.Value.InJapan():M/d H:mm} {Short(p.OutgoingText)}", p.Id.ToString()))];
        }

        return true;
    }

    private static string Short(string words) => words.ReplaceLineEndings(" ") is { Length: > 40 } longer ? longer[..40] + "…" : words.ReplaceLineEndings(" ");
}
