using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Shirase.Accounts;
using Shirase.Core.Channels;

namespace Shirase.Web.Pages.Accounts;

/// <summary>Connecting to a platform of consent: by its own page, or by four keys; and the account's budget.</summary>
public sealed partial class AccountModel
{
    [BindProperty]
    public KeysForm Keys { get; set; } = new();

    /// <summary>US dollars a month, as typed; empty for the setting.</summary>
    [BindProperty]
    [Display(Name = "Registers.BudgetMonthly")]
    public string? Budget { get; set; }

    /// <summary>The platform's page of consent, once it was asked for. A link and not a redirect: forms may not lead out of the house.</summary>
    public Uri? ConsentAt { get; private set; }

    /// <summary>The platform that is connected by consent, or null where this installation has none.</summary>
    public IConnectByConsent? Consenting => channels.OfType<IConnectByConsent>().FirstOrDefault();

    public async Task<IActionResult> OnPostConsentAsync(Guid id, [FromServices] ConnectByConsent consent, CancellationToken ct)
    {
        var back = new Uri($"{Request.Scheme}://{Request.Host}{ConsentModel.Path}");
        var asked = await consent.BeginAsync(me.Required.Doer(clock.GetUtcNow()), new(id), Consenting?.Name ?? "", back, ct);
        if (!asked.IsDone)
        {
            return await AnswerAsync(id, asked.Refusal, "", ct);
        }

        Response.Cookies.Append(ConsentModel.Cookie, asked.Value.Ticket, ConsentModel.CookieOptions(Request));
        ConsentAt = asked.Value.At;
        return await FindAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostKeysAsync(Guid id, [FromServices] ConnectAccount connect, CancellationToken ct)
    {
        var keys = new FourKeys(Keys.ConsumerKey?.Trim() ?? "", Keys.ConsumerSecret?.Trim() ?? "", Keys.Token?.Trim() ?? "", Keys.TokenSecret?.Trim() ?? "");
        var refusal = Consenting is not { } platform ? new NoSuchChannel("")
            : !keys.IsComplete ? new KeysAreMissing()
            : await connect.RunAsync(me.Required.Doer(clock.GetUtcNow()), new(id), platform.Name, platform.Service.ToString(), keys.ToSecret(), ct);
        return await AnswerAsync(id, refusal, "Registers.Connected", ct);
    }

    public async Task<IActionResult> OnPostBudgetAsync(Guid id, [FromServices] AccountBudgets budgets, CancellationToken ct)
    {
        decimal? dollars = null;
        if (!string.IsNullOrWhiteSpace(Budget))
        {
            if (!decimal.TryParse(Budget, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var typed))
            {
                return await AnswerAsync(id, new BudgetIsBad(), "", ct);
            }

            dollars = typed;
        }

        return await AnswerAsync(id, await budgets.SetAsync(me.Required.Doer(clock.GetUtcNow()), new(id), dollars, ct), "Registers.BudgetSet", ct);
    }
}

public sealed class KeysForm
{
    [Display(Name = "Registers.Keys.ConsumerKey")]
    public string? ConsumerKey { get; set; }

    [Display(Name = "Registers.Keys.ConsumerSecret")]
    public string? ConsumerSecret { get; set; }

    [Display(Name = "Registers.Keys.Token")]
    public string? Token { get; set; }

    [Display(Name = "Registers.Keys.TokenSecret")]
    public string? TokenSecret { get; set; }
}
