using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;
using Shirase.Web.Entry;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Security;

/// <summary>Setting up the authenticator. The key is made here and shown only here; no outside service sees it.</summary>
public sealed class AuthenticatorModel(SignInManager<SignIn> signIn, SignInRecords records, IText text) : PageModel
{
    private UserManager<SignIn> Users => signIn.UserManager;

    [BindProperty]
    [Display(Name = "Security.Code")]
    public string? Code { get; set; }

    /// <summary>The key in groups of four letters.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The <c>otpauth:</c> address of the same key.</summary>
    public string Address { get; private set; } = "";

    public bool IsRequired { get; private set; }

    public bool IsSet { get; private set; }

    /// <summary>Recovery codes right after setting up; shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGetAsync() => await ShowAsync(await MeAsync());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var me = await MeAsync();
        if (me.TwoFactorEnabled || !await Users.VerifyTwoFactorTokenAsync(me, Users.Options.Tokens.AuthenticatorTokenProvider, Digits()))
        {
            return await AgainAsync(me);
        }

        await Users.SetTwoFactorEnabledAsync(me, true);
        Codes = [.. await Users.GenerateNewTwoFactorRecoveryCodesAsync(me, 10) ?? []];
        await records.ChangedAsync(me, "sign-in.authenticator-set", ct);
        await signIn.RefreshSignInAsync(me);
        return Page();
    }

    /// <summary>Ends the present authenticator; only its own code or a recovery code does that, so a borrowed session cannot.</summary>
    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        var me = await MeAsync();
        var code = Digits();
        if (!await Users.VerifyTwoFactorTokenAsync(me, Users.Options.Tokens.AuthenticatorTokenProvider, code)
            && !(await Users.RedeemTwoFactorRecoveryCodeAsync(me, code)).Succeeded)
        {
            return await AgainAsync(me);
        }

        await Users.SetTwoFactorEnabledAsync(me, false);
        await Users.ResetAuthenticatorKeyAsync(me);
        await records.ChangedAsync(me, "sign-in.authenticator-ended", ct);
        await signIn.RefreshSignInAsync(me);
        return RedirectToPage();
    }

    private async Task<SignIn> MeAsync() =>
        await Users.GetUserAsync(User) ?? throw new InvalidOperationException("A session without its user.");

    private string Digits() => (Code ?? "").Replace(" ", "", StringComparison.Ordinal).Normalize(System.Text.NormalizationForm.FormKC);

    private async Task<IActionResult> AgainAsync(SignIn me)
    {
        ModelState.Clear();
        ModelState.AddModelError(nameof(Code), text["Security.CodeWrong"]);
        await ShowAsync(me);
        return Page();
    }

    // A key that is in use is never shown again
    private async Task ShowAsync(SignIn me)
    {
        (IsRequired, IsSet) = (User.HasClaim(c => c.Type == EntryClaims.MustEnrol), me.TwoFactorEnabled);
        if (IsSet)
        {
            return;
        }

        var key = await Users.GetAuthenticatorKeyAsync(me);
        if (string.IsNullOrEmpty(key))
        {
            await Users.ResetAuthenticatorKeyAsync(me);
            await signIn.RefreshSignInAsync(me);
            key = (await Users.GetAuthenticatorKeyAsync(me))!;
        }

        Key = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
        Address = $"otpauth://totp/Shirase:{UrlEncoder.Default.Encode(me.UserName!)}?secret={key}&issuer=Shirase&digits=6";
    }
}
