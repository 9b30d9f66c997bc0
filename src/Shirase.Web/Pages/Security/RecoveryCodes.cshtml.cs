using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;

namespace Shirase.Web.Pages.Security;

/// <summary>New recovery codes; the old ones end. Opened without a form it only leads back.</summary>
public sealed class RecoveryCodesModel(UserManager<SignIn> users, SignInRecords records) : PageModel
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public RedirectToPageResult OnGet() => RedirectToPage("/Security/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var me = await users.GetUserAsync(User) ?? throw new InvalidOperationException("A session without its user.");
        if (!me.TwoFactorEnabled)
        {
            return RedirectToPage("/Security/Authenticator");
        }

        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(me, 10) ?? []];
        await records.ChangedAsync(me, "sign-in.recovery-codes-made", ct);
        return Page();
    }
}
