using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Shirase.Web.Shell;

/// <summary>Answers 413 before a form reader could take a too large request for a forged one.</summary>
public static class RequestSize
{
    // How many times the limit is still taken in, and thrown away, before the answer
    private const int Patience = 4;

    public static void UseRequestSize(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var limit = context.RequestServices.GetRequiredService<IOptions<InstallationOptions>>().Value.RequestBytes;

        // The page that tells of the refusal comes this way too
        var isRefused = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isRefused && context.Request.ContentLength > limit)
        {
            await ThrowAwayAsync(context, limit * Patience);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        Allow(context, limit);
        await next(context);
    });

    // A browser that is still sending reads no answer: it would show a broken connection and not the sentence
    private static async Task ThrowAwayAsync(HttpContext context, long most)
    {
        if (context.Request.ContentLength > most)
        {
            return;
        }

        try
        {
            Allow(context, most);
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException)
        {
            // Whoever hung up needs no sentence
        }
    }

    private static void Allow(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }
    }
}
