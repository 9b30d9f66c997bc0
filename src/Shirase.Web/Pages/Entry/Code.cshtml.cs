using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;
using Shirase.Web.Entry;
using Shirase.Web.Shell;

namespace Shirase.Web.Pages.Entry;

/// <summary>The second step after the password: a code of the authenticator, or a recovery code.</summary>
[AllowAnonymous]
public sealed class CodeModel(SignInManager<SignIn> signIn, SignInRecords records, AddressLock addresses) : PageModel
{
    [BindProperty]
    public CodeForm Form { get; set; } = new();

    public KeptForm? Resumed { get; private set; }

    public bool Wrong { get; private set; }

    /// <summary>How long an address that failed too often has to wait; 0 when it may try.</summary>
    public int MinutesLeft { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? back)
    {
        Form.Back = back;
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Entry/SignIn") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return RedirectToPage("/Entry/SignIn");
        }

        MinutesLeft = addresses.MinutesLeft(HttpContext);
        if (MinutesLeft > 0)
        {
            records.Refused("address");
            return Page();
        }

        var code = (Form.Code ?? "").Replace(" ", "", StringComparison.Ordinal).Normalize(System.Text.NormalizationForm.FormKC);
        var isRecovery = code.Length > 6;
        var result = isRecovery
            ? await signIn.TwoFactorRecoveryCodeSignInAsync(code)
            : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (!result.Succeeded)
        {
            addresses.Failed(HttpContext);
            await records.FailedAsync(user, result.IsLockedOut, ct);
            ModelState.Clear();
            (Wrong, Form.Code) = (true, null);
            return Page();
        }

        await records.SucceededAsync(user, isRecovery ? "recovery-code" : "authenticator", ct);
        Resumed = (await Resumption.OfAsync(HttpContext, signIn, user, Form.Kept)).Form;
        return Resumed is not null ? Page() : LocalRedirect(WayBack.Of(Url, Form.Back));
    }
}

public sealed class CodeForm
{
    [Display(Name = "Entry.Code")]
    public string? Code { get; set; }

    public string? Back { get; set; }

    public string? Kept { get; set; }
}
