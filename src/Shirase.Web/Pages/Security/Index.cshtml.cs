using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Security;

/// <summary>The own means of signing in.</summary>
public sealed class IndexModel(SignInManager<SignIn> signIn, SignInRecords records, IText text) : PageModel
{
    private UserManager<SignIn> Users => signIn.UserManager;

    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    [BindProperty]
    [Display(Name = "Security.PasskeyName")]
    public string? PasskeyName { get; set; }

    public bool HasAuthenticator { get; private set; }

    public bool HasPassword { get; private set; }

    public int RecoveryCodes { get; private set; }

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public async Task OnGetAsync() => await ShowAsync(await MeAsync());

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        var me = await MeAsync();
        if (string.IsNullOrEmpty(Form.Now) || !await Users.CheckPasswordAsync(me, Form.Now))
        {
            return await AgainAsync(me, "Form.Now", "Security.PasswordWrong");
        }

        var result = (Form.New ?? "").Contains(me.UserName!, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Failed()
            : await Users.ChangePasswordAsync(me, Form.Now, Form.New ?? "");
        if (!result.Succeeded)
        {
            return await AgainAsync(me, "Form.New", "Security.PasswordRules");
        }

        await records.ChangedAsync(me, "sign-in.password-changed", ct);
        await signIn.RefreshSignInAsync(me);
        return Said("Security.PasswordChanged");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var me = await MeAsync();
        var entity = new PasskeyUserEntity { Id = me.Id.ToString(), Name = me.UserName!, DisplayName = me.UserName! };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, CancellationToken ct)
    {
        var me = await MeAsync();
        var result = string.IsNullOrEmpty(credential) || credential.Length > 20_000
            ? null
            : await signIn.PerformPasskeyAttestationAsync(credential);
        if (result is not { Succeeded: true } || result.UserEntity?.Id != me.Id.ToString())
        {
            return await AgainAsync(me, nameof(PasskeyName), "Security.PasskeyFailed");
        }

        result.Passkey.Name = NameOf(PasskeyName);
        await Users.AddOrUpdatePasskeyAsync(me, result.Passkey);
        await records.ChangedAsync(me, "sign-in.passkey-added", ct);
        return Said("Security.PasskeyAdded");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id, CancellationToken ct)
    {
        var me = await MeAsync();
        var found = (await Users.GetPasskeysAsync(me)).FirstOrDefault(p => Convert.ToBase64String(p.CredentialId) == id);
        if (found is null)
        {
            return NotFound();
        }

        await Users.RemovePasskeyAsync(me, found.CredentialId);
        await records.ChangedAsync(me, "sign-in.passkey-removed", ct);
        return Said("Security.PasskeyRemoved");
    }

    // By whole characters: half an emoji is no text, and the database refuses it
    private static string NameOf(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? "1" : string.Concat(typed.Trim().EnumerateRunes().Take(50).Select(r => r.ToString()));

    private async Task<SignIn> MeAsync() =>
        await Users.GetUserAsync(User) ?? throw new InvalidOperationException("A session without its user.");

    private async Task<IActionResult> AgainAsync(SignIn me, string field, string key)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, text[key]);
        await ShowAsync(me);
        return Page();
    }

    private RedirectToPageResult Said(string key)
    {
        TempData["Said"] = text[key];
        return RedirectToPage();
    }

    private async Task ShowAsync(SignIn me)
    {
        HasAuthenticator = me.TwoFactorEnabled;
        HasPassword = await Users.HasPasswordAsync(me);
        RecoveryCodes = await Users.CountRecoveryCodesAsync(me);
        Passkeys = await Users.GetPasskeysAsync(me);
    }
}

public sealed class PasswordForm
{
    [Display(Name = "Security.PasswordNow")]
    public string? Now { get; set; }

    [Display(Name = "Security.PasswordNew")]
    public string? New { get; set; }
}
