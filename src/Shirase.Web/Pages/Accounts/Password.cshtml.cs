using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>認証情報保管庫: the password of one account, who may have it, and who had it (gx-14-1-1, is-f-6-b, ok-4-7-a, to-7-2-i).</summary>
public sealed partial class PasswordModel(
    ShiraseDb db, PasswordCustodies custodies, CaseReader reader, TerminalIdentity terminals, SignedInAccessor me, IText text) : PageModel
{
    /// <summary>Days of openings that the page lists. Ours.</summary>
    public const int LogDays = 31;

    [BindProperty]
    [Display(Name = "Passwords.Why")]
    public string? Why { get; set; }

    [BindProperty]
    [Display(Name = "Passwords.New")]
    public string? Password { get; set; }

    [BindProperty]
    public bool NowhereElse { get; set; }

    [BindProperty]
    [Display(Name = "Passwords.Holder")]
    public string? Holder { get; set; }

    [BindProperty]
    [Display(Name = "Passwords.HolderWhy")]
    public string? HolderWhy { get; set; }

    [BindProperty]
    [Display(Name = "Passwords.PaperWhy")]
    public string? PaperWhy { get; set; }

    [BindProperty]
    [Display(Name = "Passwords.Keeper")]
    public string? Keeper { get; set; }

    [BindProperty]
    [Display(Name = "Passwords.Place")]
    public string? Place { get; set; }

    [BindProperty]
    [Display(Name = "Passwords.Witness")]
    public string? Witness { get; set; }

    public PasswordCustody Custody { get; private set; } = null!;

    /// <summary>The password, shown this once; null where nobody asked.</summary>
    public string? Opened { get; private set; }

    /// <summary>What is printed, this once.</summary>
    public (PasswordPaper Paper, string Secret)? Sheet { get; private set; }

    public bool MayOpen => Custody.MayOpen(me.Required.Staff);

    public bool Answers => Custody.Answers(me.Required.Staff);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PasswordOpening> Openings { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PasswordPaper> Papers { get; private set; } = [];

    /// <summary>Staff of the unit that runs the account.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    private Dictionary<StaffId, string> _names = [];

    private Who Person => new(me.Required.Staff, me.Required.Body);

    public string NameOf(StaffId staff) => _names.GetValueOrDefault(staff, "");

    public bool Asked(PasswordPaper paper) => paper.AskedBy == me.Required.Staff;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, Guid id, string said, CancellationToken ct) =>
        refusal is null ? this.Done(text[said], $"/accounts/{id}/password") : await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        db.Forget();
        var key = new AccountId(id);
        if (await custodies.OfAsync(Person, key, ct) is not { } custody)
        {
            return false;
        }

        Custody = custody;
        var (today, since) = (reader.Now.JapanDay(), reader.Now.AddDays(-LogDays));
        Openings = await db.PasswordOpenings.AsNoTracking().Where(o => o.Account == key && o.At >= since).OrderByDescending(o => o.At).Take(200).ToListAsync(ct);
        Papers = await db.PasswordPapers.AsNoTracking().Where(p => p.Account == key).OrderByDescending(p => p.AskedAt).Take(50).ToListAsync(ct);
        _names = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn).In(text.Language), ct);
        var posted = await db.Postings.AsNoTracking().On(today).Where(p => p.Unit == custody.Account.Owner)
            .Select(p => p.Staff).Distinct().ToListAsync(ct);
        People = [new(text["Passwords.Choose"], ""), .. posted.Where(_names.ContainsKey).Select(s => new SelectListItem(_names[s], s.ToString())).OrderBy(i => i.Text, StringComparer.Ordinal)];
        return true;
    }
}
