using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>The register of official accounts.</summary>
public sealed class IndexModel(ShiraseDb db, RegisterAccount register, Choices choices, Core.Regulations.RegulationLibrary library, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public AccountForm Form { get; set; } = new();

    public IReadOnlyList<OfficialAccount> Accounts { get; private set; } = [];

    /// <summary>True for those who may open an entry; everybody else reads the list (gx-2-1-a).</summary>
    public bool MayOpen => MayRegister || me.Required.Seats.Any(s => s.Role is "operation-manager" or "auditor");

    /// <summary>True where units ask for accounts (ok-3-a, to-1).</summary>
    public bool HasRequests { get; private set; }

    public bool MayRegister => me.Required.IsAdministrator;

    public IReadOnlyList<SelectListItem> Channels =>
        [.. RegisterAccount.Inside.Select(c => new SelectListItem(text[$"Registers.Channel.{c}"], c))];

    public IReadOnlyList<SelectListItem> Regulations => choices.Regulations(text.Language);

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    /// <summary>True where a document in use has its policies reported.</summary>
    public bool HasReports => Accounts.Any(a => library.InForce(a.Regulation, clock.GetUtcNow().JapanDay())?.ClauseFor(PolicyReports.Control) is not null);

    /// <summary>The page on which the account's document has its policy written, or null where it asks for none.</summary>
    public string? PolicyPageOf(OfficialAccount account) => library.InForce(account.Regulation, clock.GetUtcNow().JapanDay()) switch
    {
        { Policy: not null } => "policy-text",
        { PolicyItems.Count: > 0 } => "published-policy",
        _ => null,
    };

    /// <summary>True for those who may have the account's password or say who may; the body's own site has none.</summary>
    public bool KeepsPassword(OfficialAccount account) =>
        account.Channel != "website" && library.InForce(account.Regulation, clock.GetUtcNow().JapanDay())?.Passwords is { } rules
        && rules.Roles.Concat(rules.Holders is null ? [] : Named).Append("operation-manager").Any(role => me.Required.Sits(account.Regulation, role));

    public bool KnowsFlareUps => Accounts.Any(KnowsFlareUp);

    /// <summary>True where the account's document knows a declared flare-up (ok-6-4-a).</summary>
    public bool KnowsFlareUp(OfficialAccount account) =>
        account.State != AccountState.Deleted && library.InForce(account.Regulation, clock.GetUtcNow().JapanDay())?.Gate(Core.Incidents.FlareUpRule.Gate) is not null;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    // Where people are named one by one they are of these
    private static readonly string[] Named = ["operation-officer", "pr-officer"];

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "accounts.csv",
            [text["Registers.Handle"], text["Registers.DisplayName"], text["Registers.Channel"], text["Registers.Regulation"], text["Registers.State"], text["Registers.Since"]],
            Accounts.Select(a => (IReadOnlyList<string>)[a.Handle, a.DisplayName, a.Channel, a.Regulation, text[a.IsPreparing ? "Registers.State.Preparing" : $"Registers.State.{a.State}"], a.Since.ToString("O", CultureInfo.InvariantCulture)]));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var entered = await register.RunAsync(
            me.Required.Doer(now),
            new(Form.Regulation ?? "", Form.Channel ?? "", Form.Handle ?? "", Form.DisplayName ?? "", new(Form.Owner ?? Guid.Empty), Form.Since ?? now.JapanDay()),
            ct);
        if (entered.Refusal is { } refusal)
        {
            await ShowAsync(ct);
            return this.Refused(refusal);
        }

        return this.Done(text["Registers.AccountAdded"], "/accounts");
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Handle).ToListAsync(ct);
        HasRequests = await RequestRules.OfBodyAsync(db, library, me.Required.Body, clock.GetUtcNow().JapanDay(), ct) is not null;
        Units = await choices.UnitsAsync(text.Language, withNone: false, ct);

        // The document that the body works under, not the first of the alphabet
        Form.Regulation ??= await db.Bodies.AsNoTracking().Where(b => b.Id == me.Required.Body).Select(b => b.Regulation).SingleOrDefaultAsync(ct);
    }
}

public sealed class AccountForm
{
    [Display(Name = "Registers.Handle")]
    public string? Handle { get; set; }

    [Display(Name = "Registers.DisplayName")]
    public string? DisplayName { get; set; }

    [Display(Name = "Registers.Channel")]
    public string? Channel { get; set; }

    [Display(Name = "Registers.Regulation")]
    public string? Regulation { get; set; }

    [Display(Name = "Registers.Owner")]
    public Guid? Owner { get; set; }

    [Display(Name = "Registers.Since")]
    public DateOnly? Since { get; set; }
}
