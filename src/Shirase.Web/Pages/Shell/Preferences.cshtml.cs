using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Web.Shell;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Shell;

/// <summary>Language and size of text. A forged request could only change how a page looks, so residents get no form cookie.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class PreferencesModel : PageModel
{
    public IActionResult OnPost(string? language, string? size, string? back)
    {
        if (Languages.IsKnown(language))
        {
            Remember(Languages.Cookie, language!);
        }

        if (size is not null && TextSize.All.Contains(size))
        {
            Remember(TextSize.Cookie, size);
        }

        return LocalRedirect(WayBack.Of(Url, back));
    }

    private void Remember(string cookie, string value) => Response.Cookies.Append(cookie, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });
}
