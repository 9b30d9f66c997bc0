using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shirase.Web.Shell;

namespace Shirase.Web.Entry;

/// <summary>
/// A page's form that is answered 401 is kept and the sign-in is shown in its place, so that a half-written draft survives an
/// expired session. Only forms of our own pages: nobody may put words into somebody's mouth from another site.
/// </summary>
public sealed class KeepFormOfExpiredSession(RequestDelegate next)
{
    private static readonly object Key = new();

    public static KeptForm? Of(HttpContext context) => context.Items[Key] as KeptForm;

    public async Task InvokeAsync(HttpContext context, TimeProvider clock)
    {
        await next(context);
        var request = context.Request;
        if (context.Response is not { StatusCode: StatusCodes.Status401Unauthorized, HasStarted: false }
            || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !Answers.WantsPage(request) || !IsOurs(request))
        {
            return;
        }

        // Where nobody can tell whose words they are, the error page gives them back at once and nothing travels on
        if (OwnerOf(context) is { } by && await ReadAsync(request, by, clock.GetUtcNow(), context.RequestAborted) is { } kept)
        {
            context.Items[Key] = kept;
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        }
    }

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    // The cookie of a session that has ended still tells, signed by ourselves, whose it was
    private static Guid? OwnerOf(HttpContext context)
    {
        var session = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return session.CookieManager.GetRequestCookie(context, session.Cookie.Name!) is { } cookie
            && session.TicketDataFormat.Unprotect(cookie) is { } ticket
                ? EntryClaims.StaffOf(ticket.Principal)?.Value
                : null;
    }

    private static async Task<KeptForm?> ReadAsync(HttpRequest request, Guid by, DateTimeOffset at, CancellationToken ct)
    {
        try
        {
            var form = await request.ReadFormAsync(ct);
            var fields = form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal))
                .SelectMany(f => f.Value.OfType<string>().Select(v => KeyValuePair.Create(f.Key, v))).ToList();
            return fields.Count > 0 && fields.Sum(f => (long)f.Key.Length + f.Value.Length) <= KeptForms.Longest
                ? new KeptForm(request.Path + request.QueryString, fields, at, by)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            // A form that cannot be read has nothing to keep; the error page answers
            return null;
        }
    }
}

/// <summary>Outermost: runs the request again as the sign-in page when a form was kept.</summary>
public sealed class ShowSignInAgain : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            if (KeepFormOfExpiredSession.Of(context) is not null && !context.Response.HasStarted)
            {
                context.Response.Clear();
                context.SetEndpoint(null);
                context.Request.RouteValues.Clear();
                (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, "/sign-in", default);
                await rest(context);
            }
        });
        next(app);
    };
}
