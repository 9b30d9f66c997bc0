using System.Net.Mime;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Shirase.Web.Shell;

/// <summary>
/// Answers 400 to what no browser sends and no page can read: U+0000 in a search, which PostgreSQL cannot even compare, and a form
/// that claims another encoding than UTF-8.
/// </summary>
public static class UnreadableRequests
{
    public static void UseUnreadableRequests(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The page that tells of the refusal comes this way too
        var isRefused = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isRefused && (HoldsNull(context.Request) || IsForeign(context.Request)))
        {
            // Whoever shows the refusal must not stumble over the same form
            context.Request.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool HoldsNull(HttpRequest request) =>
        request.Query.Any(q => q.Key.Contains('\0', StringComparison.Ordinal) || q.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true));

    private static bool IsForeign(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase))
        && HeaderUtilities.RemoveQuotes(type.Charset) is { Length: > 0 } charset
        && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The same for U+0000 in a form with files; in any other form the framework refuses it itself.</summary>
public sealed class NullsInForms : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var http = context.HttpContext;
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is null && await HoldsNullAsync(http.Request, http.RequestAborted))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        await next();
    }

    private static async Task<bool> HoldsNullAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return request.HasFormContentType
                && (await request.ReadFormAsync(ct)).Any(f => f.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            // Whoever binds the form tells what is wrong with it
            return false;
        }
    }
}
