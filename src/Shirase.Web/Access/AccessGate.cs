using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Records;
using Shirase.Web.Parts;

namespace Shirase.Web.Access;

/// <summary>Asks the table before any endpoint runs. What the table does not name is closed.</summary>
public sealed class AccessGate(RequestDelegate next, TimeProvider clock, ILogger<AccessGate> log)
{
    public async Task InvokeAsync(HttpContext context, SignedInAccessor signedIn, RefusedAttempts refused, OwnClauses own)
    {
        if (NameOf(context) is not { } endpoint)
        {
            await next(context);
            return;
        }

        var row = AccessTable.Find(endpoint);
        if (row is not null && row.Who.HasFlag(Seats.Public))
        {
            await next(context);
        }
        else if (signedIn.Person is not { } person)
        {
            await context.ChallengeAsync();
        }
        else if (row is not null && (row.Who & SeatsOf(person)) != Seats.None)
        {
            await next(context);
        }
        else
        {
            // Under the clause of the body's own document; the table names those of one of them
            var clause = own.Find(row?.Clause);
            log.Refused(endpoint, person.Staff.Value, clause);
            if (row?.Clause is not null && HttpMethods.IsPost(context.Request.Method))
            {
                await refused.NoteAsync(person.Body, person.Staff, row.Endpoint, clause, clock.GetUtcNow().Truncated(), context.RequestAborted);
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    /// <summary>The name under which the table knows the endpoint of this request, or null when none was found by routing.</summary>
    public static string? NameOf(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return null;
        }

        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method.ToUpperInvariant();
        var handler = page is null ? null : context.Request.RouteValues["handler"]?.ToString() ?? context.Request.Query["handler"].ToString();
        return $"{method} /{endpoint.RoutePattern.RawText?.Trim('/')}{(string.IsNullOrEmpty(handler) ? "" : $"?{handler.ToLowerInvariant()}")}";
    }

    public static Seats SeatsOf(SignedIn person) => person.Seats.Aggregate(Seats.Staff, (seats, s) => seats | s switch
    {
        { Regulation: Appointment.System, Role: SystemRole.Administrator } => Seats.Administrator,
        { Regulation: Appointment.System, Role: SystemRole.Auditor } => Seats.Auditor,
        { Role: "unit-head" or "decider" } => Seats.UnitHead,
        { Role: "operation-manager" } => Seats.OperationManager,
        { Role: "operation-officer" } => Seats.OperationOfficer,
        { Role: "pr-officer", IsDeputy: false } => Seats.PrOfficer,
        _ => Seats.None,
    });
}

internal static partial class AccessLog
{
    [LoggerMessage(EventName = nameof(Refused), Level = LogLevel.Warning, Message = "Refused {Endpoint} to {Staff} under {Clause}.")]
    public static partial void Refused(this ILogger log, string endpoint, Guid staff, string? clause);
}
