using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>アカウントの申請: what units asked for, and the form to ask (ok-3-a, to-1, to-2-5).</summary>
public sealed class RequestsModel(ShiraseDb db, AskingForAccounts asking, RegulationLibrary library, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public RequestForm Form { get; set; } = new();

    public AccountRequestRule Rule { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RequestLine> Lines { get; private set; } = [];

    /// <summary>Platforms that the document is about, and nothing chosen first.</summary>
    public IReadOnlyList<SelectListItem> Platforms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (id, refusal) = await asking.BeginAsync(new(me.Required.Staff, me.Required.Body), Form.ToFacts(), ct);

        // Kept though something is missing: its page says what, and opens the sheet
        if (id is { } kept)
        {
            return refusal is null ? this.Done(text["Requests.Filed"], $"/accounts/requests/{kept}") : LocalRedirect($"/accounts/requests/{kept}");
        }

        db.Forget();
        return await ShowAsync(ct) ? this.Refused(refusal!) : NotFound();
    }

    /// <summary>Key of the word for where a request stands.</summary>
    public static string StateOf(AccountRequest request) =>
        request.Account is not null ? "Requests.State.Decided" : request.FiledAt is not null ? "Requests.State.Filed" : "Requests.State.Open";

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await RequestRules.OfBodyAsync(db, library, me.Required.Body, clock.GetUtcNow().JapanDay(), ct) is not var (_, rule))
        {
            return false;
        }

        Rule = rule;
        var platforms = await db.Platforms.AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => new Localized(u.Name, u.NameEn), ct);
        var requests = await db.AccountRequests.AsNoTracking().OrderByDescending(r => r.At).ToListAsync(ct);
        Lines = [.. requests.Select(r => new RequestLine(r, platforms.Find(p => p.Id == r.Platform)?.Name ?? "", units.GetValueOrDefault(r.Unit) ?? new("", ""), StateOf(r)))];
        Platforms = [new("-", ""), .. platforms.Select(p => new SelectListItem(p.IsSocialMedium ? p.Name : text["Requests.OutsideName", p.Name], p.Id.ToString()))];
        return true;
    }
}

/// <summary>A request in the list.</summary>
public sealed record RequestLine(AccountRequest Request, string Platform, Localized Unit, string State);

public sealed class RequestForm
{
    [Display(Name = "Requests.Platform")]
    public Guid? Platform { get; set; }

    [Display(Name = "Registers.Handle")]
    public string? Handle { get; set; }

    [Display(Name = "Registers.DisplayName")]
    public string? DisplayName { get; set; }

    [Display(Name = "Requests.Purpose")]
    public string? Purpose { get; set; }

    [Display(Name = "Requests.Watches")]
    public string? Watches { get; set; }

    [Display(Name = "Requests.Decides")]
    public string? Decides { get; set; }

    [Display(Name = "Requests.Contacts")]
    public string? Contacts { get; set; }

    [Display(Name = "Requests.Texts")]
    public string? Texts { get; set; }

    public RequestFacts ToFacts() => new(Platform, Handle ?? "", DisplayName ?? "", Purpose ?? "", new()
    {
        Watches = Watches?.Trim() ?? "",
        Decides = Decides?.Trim() ?? "",
        Contacts = Contacts?.Trim() ?? "",
        Texts = Texts?.Trim() ?? "",
    });
}
