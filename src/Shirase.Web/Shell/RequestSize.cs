using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Shirase.Web.Shell;

/// <summary>Answers 413 before a form reader could take a too large request for a forged one.</summary>
public static class RequestSize
{
    public static void UseRequestSize(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var limit = context.RequestServices.GetRequiredService<IOptions<InstallationOptions>>().Value.RequestBytes;

        // The page that tells of the refusal comes this way too
        var isRefused = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isRefused && context.Request.ContentLength > limit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }

        return next(context);
    });
}
