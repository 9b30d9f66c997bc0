using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.People;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>
/// Where the platform sends the person after its page of consent. It changes something although it is a GET: OAuth has no other way. What
/// protects it is the ticket in the browser that asked, with the state that only the platform was told.
/// </summary>
public sealed class ConsentModel(ConnectByConsent consent, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    public const string Path = "/accounts/consent";

    public const string Cookie = "shirase-consent";

    public AccountId? Account { get; private set; }

    /// <summary>Comes back with the platform's redirect, and with nothing else.</summary>
    public static CookieOptions CookieOptions(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = Path,
        MaxAge = ConnectByConsent.Patience,
    };

    public async Task<IActionResult> OnGetAsync(string? state, string? code, CancellationToken ct)
    {
        var ticket = Request.Cookies[Cookie];
        Response.Cookies.Delete(Cookie, CookieOptions(Request));
        (Account, var refusal) = await consent.FinishAsync(me.Required.Doer(clock.GetUtcNow()), ticket, state, code, ct);
        return refusal is null ? this.Done(text["Registers.Connected"], $"/accounts/{Account}") : this.Refused(refusal);
    }
}
