using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core.People;
using Shirase.Site;
using Shirase.Web.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>Opens the public site of the body in the address before any handler runs; an unknown body is a page that does not exist.</summary>
public abstract class SitePage(PublicArchive archive, IText text) : PageModel
{
    public Body Body { get; private set; } = null!;

    /// <summary>The body's name in the language of the page.</summary>
    public string BodyName => text.Language == Languages.English ? Body.NameEn : Body.Name;

    protected PublicArchive Archive => archive;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = context.RouteData.Values["body"]?.ToString() ?? "";
        if (await archive.OpenAsync(slug, HttpContext.RequestAborted) is not { } body)
        {
            context.Result = NotFound();
            return;
        }

        Body = body;
        ViewData["BodyName"] = BodyName;
        ViewData["PublicHome"] = $"/site/{body.Id}";
        HttpContext.MayBeKept(varies: true);
        await next();
    }
}
