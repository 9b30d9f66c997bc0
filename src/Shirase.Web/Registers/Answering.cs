using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;

namespace Shirase.Web.Registers;

/// <summary>How a page of the registers answers a form: the refusal above the form that was sent, or a redirect with a sentence.</summary>
public static class Answering
{
    /// <summary>Shows the refusal; what was typed stays.</summary>
    public static PageResult Refused(this PageModel page, Refusal refusal)
    {
        page.ViewData["Refused"] = refusal;
        return page.Page();
    }

    /// <summary>Says that it is done, on the page it leads to.</summary>
    public static LocalRedirectResult Done(this PageModel page, string sentence, string address)
    {
        page.TempData["Said"] = sentence;
        return page.LocalRedirect(address);
    }
}
