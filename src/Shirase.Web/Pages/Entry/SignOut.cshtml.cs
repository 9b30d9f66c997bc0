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
        await signIn.SignOutAsync();
        return RedirectToPage("/Entry/SignIn");
    }
}
