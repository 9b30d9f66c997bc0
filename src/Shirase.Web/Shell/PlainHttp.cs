using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shirase.Web.Shell;

/// <summary>Answers 426 where a page of the office is opened over http in production: its cookies are never sent there, and nobody could sign in.</summary>
public static class PlainHttp
{
    public static void UsePlainHttp(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.IsHttps || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null
            || context.Request.Path.StartsWithSegments("/site", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/error", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        return Task.CompletedTask;
    });
}
