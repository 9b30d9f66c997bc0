using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Shirase.Core;
using Shirase.People;
using Shirase.Posts;
using Shirase.Records;
using Shirase.Storage;
using Shirase.Web.Access;
using Shirase.Web.Parts;

namespace Shirase.Web.Api;

/// <summary>
/// Asks token and table before any endpoint of the interface runs: no cookie opens it, and what the table does not name is closed.
/// The person's seat is asked before the token's scope, as a page would ask it.
/// </summary>
public sealed class ApiGate(RequestDelegate next, TokenRate rate, TimeProvider clock, ILogger<ApiGate> log)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext context, TokenHolders holders, TokenAccessor token, SignedInAccessor signedIn, CurrentBody body, RefusedAttempts refused, ShiraseDb db)
    {
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        context.Response.Headers.CacheControl = "no-store";
        var name = AccessGate.NameOf(context);
        var row = name is null ? null : AccessTable.Find(name);
        if (row is { Who: Seats.Public })
        {
            await next(context);
            return;
        }

        var opened = await holders.OpenAsync(Bearer(context.Request), context.RequestAborted);
        if (opened.Value is not { } holder)
        {
            await UnauthorizedAsync(context, opened.Refusal!);
            return;
        }

        if (rate.Ask(holder.Token.Id) is { } seconds)
        {
            await SlowDownAsync(context, seconds);
            return;
        }

        body.Is(holder.Person.Body);
        token.Is(holder);
        signedIn.Is(holder.Person);
        if (name is null)
        {
            await next(context);
            return;
        }

        if (await RefuseAsync(context, row, holder, db) is not { } refusal)
        {
            await next(context);
            return;
        }

        var clause = context.RequestServices.GetRequiredService<OwnClauses>().Find(row?.Clause);
        log.Refused(name, holder.Person.Staff.Value, clause);
        if (refusal is SeatIsMissing && row?.Clause is not null && !HttpMethods.IsGet(context.Request.Method))
        {
            await refused.NoteAsync(holder.Person.Body, holder.Person.Staff, row.Endpoint, clause, clock.GetUtcNow().Truncated(), context.RequestAborted);
        }

        await Problems.WriteAsync(context, refusal);
    }

    private static async Task<Refusal?> RefuseAsync(HttpContext context, AccessRow? row, TokenHolder holder, ShiraseDb db) =>
        row?.Scope is not { } scope ? new EndpointIsClosed()
        : (row.Who & AccessGate.SeatsOf(holder.Person)) == Seats.None ? new SeatIsMissing(row.Clause)
        : holder.RefuseScope(scope) is { } lacking ? lacking
        : row.Reach == Reach.Body ? holder.RefuseWhole()
        : row.Reach == Reach.Case && holder.Token.Unit is not null && !await ReachesAsync(context, holder, db) ? new CaseNotFound()
        : null;

    // A case of another unit is not there for a token that is bound to one
    private static async Task<bool> ReachesAsync(HttpContext context, TokenHolder holder, ShiraseDb db)
    {
        var id = new PostApplicationId(Guid.TryParse(context.Request.RouteValues["id"]?.ToString(), out var guid) ? guid : Guid.Empty);
        var unit = await db.Applications.AsNoTracking().Where(a => a.Id == id).Select(a => (UnitId?)a.Unit).SingleOrDefaultAsync(context.RequestAborted);
        return unit is { } of && holder.Reaches(of);
    }

    private async Task UnauthorizedAsync(HttpContext context, Refusal refusal)
    {
        if (rate.AskRefused(context.Connection.RemoteIpAddress?.ToString() ?? "") is { } seconds)
        {
            await SlowDownAsync(context, seconds);
            return;
        }

        context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0
            ? "Bearer realm=\"shirase\""
            : "Bearer realm=\"shirase\", error=\"invalid_token\"";
        await Problems.WriteAsync(context, refusal);
    }

    private static Task SlowDownAsync(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problems.WriteAsync(context, new RateIsExceeded(seconds));
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;
}
