using Microsoft.Net.Http.Headers;

namespace Shirase.Web.Shell;

/// <summary>The way of every request up to the pages, in order.</summary>
public static class ShellPipeline
{
    /// <summary>Call first; authentication and authorization come after it, pages last.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        if (app.Environment.IsProduction())
        {
            app.UseHsts();
        }

        app.UseExceptionHandler();
        app.UseWhen(context => Answers.WantsPage(context.Request), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseRateLimiter();
        app.UseRequestSize();
        app.UseUnreadableRequests();
        app.UseStaticFiles(new StaticFileOptions
        {
            // Modules import each other by plain names: the browser asks whether they changed, and is told 304
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache",
        });
        app.UseRouting();
        if (app.Environment.IsProduction())
        {
            app.UsePlainHttp();
        }

        return app;
    }

    public static void MapShell(this WebApplication app) => app.MapRazorPages();
}
