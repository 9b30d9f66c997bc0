using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core.People;
using Shirase.Site;

namespace Shirase.Web.Pages.Site;

/// <summary>Opens the public site of the body in the address before any handler runs; an unknown body is a page that does not exist.</summary>
public abstract class SitePage(PublicArchive archive) : PageModel
{
    public Body Body { get; private set; } = null!;

    protected PublicArchive Archive => archive;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = context.RouteData.Values["body"]?.ToString() ?? "";
        if (await archive.OpenAsync(slug, HttpContext.RequestAborted) is not { } body)
        {
            context.Result = NotFound();
            return;
        }

        Body = body;
        ViewData["BodyName"] = body.Name;
        ViewData["PublicHome"] = $"/site/{body.Id}";
        Response.Headers.CacheControl = "public, max-age=60";
        await next();
    }
}
