using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Pages.Posts;

namespace Shirase.Web.Pages.Accounts;

/// <summary>記録: every application, post and entry of the journal of one account, to be read and nothing else; what is left of one that was given up (gx-6-1).</summary>
public sealed class ArchiveModel(ShiraseDb db, CaseQuery query, SignedInAccessor me) : PageModel
{
    /// <summary>Lines of a list on one page.</summary>
    public const int PerPage = 50;

    public OfficialAccount Account { get; private set; } = null!;

    /// <summary>Applications that named the account or went out on it, among those that the person may see; the newest first.</summary>
    public IReadOnlyList<(PostApplication Case, IReadOnlyList<PostDelivery> Posts)> Cases { get; private set; } = [];

    /// <summary>What the journal tells of the account and of its posts; the newest first.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, Localized> Names { get; private set; } = new Dictionary<StaffId, Localized>();

    public int CasePage { get; private set; } = 1;

    public int LogPage { get; private set; } = 1;

    public int CasePages { get; private set; } = 1;

    public int LogPages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(Guid id, int cases, int logs, CancellationToken ct)
    {
        var key = new AccountId(id);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        var deliveries = await db.Deliveries.AsNoTracking().Where(d => d.Account == key).ToListAsync(ct);
        await ReadCasesAsync(key, deliveries, cases, ct);
        await ReadEntriesAsync(key, deliveries, logs, ct);
        return Page();
    }

    private async Task ReadCasesAsync(AccountId account, List<PostDelivery> deliveries, int page, CancellationToken ct)
    {
        var sent = deliveries.Select(d => d.Application).Distinct().ToList();
        var named = account.ToString();
        var found = (await query.VisibleAsync(me.Required, ct)).Where(a => sent.Contains(a.Id) || a.Versions.Any(v => v.ContentJson.Contains(named)));
        (CasePage, CasePages) = PageOf(page, await found.CountAsync(ct));
        var shown = await found.OrderByDescending(a => a.ChangedAt).Skip((CasePage - 1) * PerPage).Take(PerPage).Include(a => a.Versions).AsSplitQuery().ToListAsync(ct);
        var posts = deliveries.ToLookup(d => d.Application);
        Cases = [.. shown.Select(a => (a, (IReadOnlyList<PostDelivery>)[.. posts[a.Id].OrderBy(d => d.OrderedAt)]))];
    }

    private async Task ReadEntriesAsync(AccountId account, List<PostDelivery> deliveries, int page, CancellationToken ct)
    {
        var subjects = deliveries.Select(d => $"delivery/{d.Id}").Append($"account/{account}").ToList();
        var found = db.Journal.AsNoTracking().Where(j => subjects.Contains(j.Subject));
        (LogPage, LogPages) = PageOf(page, await found.CountAsync(ct));
        Entries = await found.OrderByDescending(j => j.Number).Skip((LogPage - 1) * PerPage).Take(PerPage).ToListAsync(ct);
        var people = Entries.Select(e => e.Actor).OfType<StaffId>().Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
    }

    private static (int Page, int Pages) PageOf(int asked, int count)
    {
        var pages = Math.Max(1, (count + PerPage - 1) / PerPage);
        return (Math.Clamp(asked, 1, pages), pages);
    }
}
