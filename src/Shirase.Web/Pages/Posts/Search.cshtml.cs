using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shirase.Web.Pages.Posts;

/// <summary>The short address of the search.</summary>
public sealed class SearchModel : PageModel
{
    public IActionResult OnGet(string? q) => Redirect(string.IsNullOrWhiteSpace(q) ? "/posts" : $"/posts?q={Uri.EscapeDataString(q)}");
}
