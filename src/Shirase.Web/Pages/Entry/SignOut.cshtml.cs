using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.People;

namespace Shirase.Web.Pages.Entry;

[AllowAnonymous]
public sealed class SignOutModel(SignInManager<SignIn> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        // A cookie that somebody copied must not outlive this; the person's other sessions end too, within SignIn:RecheckSeconds
        if (await signIn.UserManager.GetUserAsync(User) is { } user)
        {
            await signIn.UserManager.UpdateSecurityStampAsync(user);
        }

        await signIn.SignOutAsync();
        return RedirectToPage("/Entry/SignIn");
    }
}
