using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Pages.Desk;
using Shirase.Web.Pages.Posts;

namespace Shirase.Web.Api;

/// <summary>When it shall go out.</summary>
/// <param name="At">Left out for now.</param>
/// <param name="HoursReason">Why it goes out outside the hours promised to the public, where the document asks for it.</param>
public sealed record PublishBody(DateTimeOffset? At = null, string? HoursReason = null);

/// <summary>A lost message as it was found on the platform.</summary>
/// <param name="RemoteId">The platform's id of the post.</param>
public sealed record StandsBody(string RemoteId, string? Why = null);

/// <summary>To whom, and why, another device is permitted.</summary>
public sealed record OverrideBody(Guid To, string Why);

/// <summary>
/// 発信: publishing, cancelling, sending anew, deleting. The same gate as on the desk, and the same question for the device: the call
/// comes from a registered terminal or under a permission (gx-11-2), as a PR officer's own act (gx-14-1-1, reading A9).
/// </summary>
internal static class DeliveryEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var posts = api.MapGroup("/posts/{id:guid}").WithTags("Sending");
        posts.MapGet("/gate", GateAsync).Says<IReadOnlyList<GateShape>>("readGate", "Ask the conditions of sending as they stand for this person and device");
        posts.MapPost("/publish", PublishAsync).Says<CaseBrief>("publishPost", "Publish to every account of the application, now or at a time");
        posts.MapPost("/deliveries/{delivery:guid}/cancel", (Guid id, Guid delivery, HttpContext http, CaseAnswers answers, Publishing publishing, CancellationToken ct) =>
            answers.OfAsync(http, id, w => publishing.CancelAsync(new(id), w, new(delivery), ct))).Says<CaseBrief>("cancelDelivery", "Take back what has not gone out yet");
        posts.MapPost("/deliveries/{delivery:guid}/resend", ResendAsync).Says<CaseBrief>("resendDelivery", "Order anew what was held or refused");
        posts.MapPost("/deliveries/{delivery:guid}/hold", (Guid id, Guid delivery, WhyBody body, HttpContext http, CaseAnswers answers, Holding holding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => holding.HoldAsync(new(id), w, new(delivery), body.Why, ct))).Says<CaseBrief>("holdDelivery", "Keep back what waits");
        posts.MapPost("/deliveries/{delivery:guid}/settle-standing", (Guid id, Guid delivery, StandsBody body, HttpContext http, CaseAnswers answers, Settling settling, CancellationToken ct) =>
            answers.OfAsync(http, id, w => settling.StandsAsync(new(id), w, new(delivery), body.RemoteId, body.Why, ct))).Says<CaseBrief>("settleAsStanding", "Decide that a lost message stands on the platform");
        posts.MapPost("/deliveries/{delivery:guid}/settle-missing", (Guid id, Guid delivery, WhyBody body, HttpContext http, CaseAnswers answers, Settling settling, CancellationToken ct) =>
            answers.OfAsync(http, id, w => settling.MissingAsync(new(id), w, new(delivery), body.Why, ct))).Says<CaseBrief>("settleAsMissing", "Decide that a lost message did not arrive");
        posts.MapPost("/error-reports/{report:guid}/acknowledge", (Guid id, Guid report, HttpContext http, CaseAnswers answers, Removing removing, CancellationToken ct) =>
            answers.OfAsync(http, id, w => removing.AnswerErrorAsync(new(id), w, report, noError: false, null, ct))).Says<CaseBrief>("acknowledgeErrorReport", "Say that a report of an error is looked at");
        posts.MapPost("/error-reports/{report:guid}/close", (Guid id, Guid report, WhyBody body, HttpContext http, CaseAnswers answers, Removing removing, CancellationToken ct) =>
            answers.OfAsync(http, id, w => removing.AnswerErrorAsync(new(id), w, report, noError: true, body.Why, ct))).Says<CaseBrief>("closeErrorReport", "Close a report as no error, with a reason");
        var rest = api.MapGroup("").WithTags("Sending");
        rest.MapGet("/deliveries", ListAsync).Says<Listing<DeliveryShape>>("listDeliveries", "List deliveries, the newest order first");
        rest.MapGet("/error-reports", ReportsAsync).Says<Listing<ErrorReportShape>>("listErrorReports", "List reports of errors, the newest first");
        rest.MapPost("/terminal-overrides/ask", AskOverrideAsync).Says("askTerminalOverride", "Ask the officers to permit this device").Produces(204);
        rest.MapPost("/terminal-overrides", GrantOverrideAsync).Says("grantTerminalOverride", "Permit another device to a PR officer for a few hours").Produces(204);
    }

    private static async Task<IResult> GateAsync(
        Guid id, HttpContext http, CaseAnswers answers, CaseReader reader, Publishing publishing, TerminalIdentity terminals, SignedInAccessor signedIn, CancellationToken ct)
    {
        var open = await reader.OpenAsync(new PostApplicationId(id), ct);
        reader.Forget();
        return open is null || !open.IsVisibleTo(answers.Who.Staff)
            ? Problems.Result(new CaseNotFound(), http)
            : Results.Json(await LinesAsync(id, http, answers, reader, publishing, await TerminalAsync(terminals, http, signedIn, reader, ct), null, ct));
    }

    private static async Task<IResult> PublishAsync(
        Guid id, PublishBody body, HttpContext http, CaseAnswers answers, CaseReader reader, Publishing publishing, TerminalIdentity terminals, SignedInAccessor signedIn, CancellationToken ct)
    {
        var terminal = await TerminalAsync(terminals, http, signedIn, reader, ct);
        return await publishing.OrderAsync(new(id), answers.Who, terminal, body.At, ct, body.HoursReason) is not { } refusal
            ? await answers.BriefAsync(http, new(id), StatusCodes.Status200OK)
            : Problems.Result(refusal, http, refusal is GateIsClosed ? await LinesAsync(id, http, answers, reader, publishing, terminal, body.At, ct) : null);
    }

    private static async Task<IResult> ResendAsync(
        Guid id, Guid delivery, PublishBody body, HttpContext http, CaseAnswers answers, CaseReader reader, Rescheduling rescheduling, Publishing publishing, TerminalIdentity terminals,
        SignedInAccessor signedIn, CancellationToken ct)
    {
        var terminal = await TerminalAsync(terminals, http, signedIn, reader, ct);
        return await rescheduling.OrderAsync(new(id), answers.Who, new(delivery), terminal, body.At, ct, body.HoursReason) is not { } refusal
            ? await answers.BriefAsync(http, new(id), StatusCodes.Status200OK)
            : Problems.Result(refusal, http, refusal is GateIsClosed ? await LinesAsync(id, http, answers, reader, publishing, terminal, body.At, ct) : null);
    }

    private static Task<string?> TerminalAsync(TerminalIdentity terminals, HttpContext http, SignedInAccessor signedIn, CaseReader reader, CancellationToken ct) =>
        terminals.TerminalAsync(http, signedIn.Required, reader.Now, ct);

    private static async Task<IReadOnlyList<GateShape>> LinesAsync(
        Guid id, HttpContext http, CaseAnswers answers, CaseReader reader, Publishing publishing, string? terminal, DateTimeOffset? at, CancellationToken ct)
    {
        reader.Forget();
        return [.. (await publishing.PreviewAsync(new(id), answers.Who, terminal, at?.ToUniversalTime(), ct)).Select(g => GateShape.Of(g.Account, g.Lines, ApiLanguage.Of(http.Request)))];
    }

    private static async Task<IResult> ListAsync(HttpContext http, ShiraseDb db, CaseQuery cases, SignedInAccessor signedIn, TokenAccessor token, string? state, string? cursor, int? limit, CancellationToken ct)
    {
        if (Piece.Read(cursor, limit, out var piece) is { } wrong)
        {
            return Problems.Result(wrong, http);
        }

        var mine = await ReachedAsync(cases, signedIn, token, ct);
        var found = db.Deliveries.AsNoTracking().Where(d => mine.Contains(d.Application));
        if (state is not null)
        {
            if (!Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted) || state.Any(char.IsDigit))
            {
                return Problems.Result(new ParameterIsWrong("state"), http);
            }

            found = found.Where(d => d.State == wanted);
        }

        if (piece.From is { At: var at })
        {
            found = found.Where(d => d.OrderedAt <= at);
        }

        var language = ApiLanguage.Of(http.Request);
        return Results.Json(await piece.OfAsync(
            found.OrderByDescending(d => d.OrderedAt).ThenByDescending(d => d.Id), d => d.OrderedAt, d => DeliveryShape.Of(d, language), http.Request, ct));
    }

    private static async Task<IResult> ReportsAsync(HttpContext http, ShiraseDb db, CaseQuery cases, SignedInAccessor signedIn, TokenAccessor token, bool? open, string? cursor, int? limit, CancellationToken ct)
    {
        if (Piece.Read(cursor, limit, out var piece) is { } wrong)
        {
            return Problems.Result(wrong, http);
        }

        var mine = await ReachedAsync(cases, signedIn, token, ct);
        var found = db.ErrorReports.AsNoTracking().Where(r => mine.Contains(r.Application) && (open == null || (r.ClosedAt == null) == open));
        if (piece.From is { At: var at })
        {
            found = found.Where(r => r.At <= at);
        }

        return Results.Json(await piece.OfAsync(found.OrderByDescending(r => r.At).ThenByDescending(r => r.Id), r => r.At, ErrorReportShape.Of, http.Request, ct));
    }

    private static async Task<IQueryable<PostApplicationId>> ReachedAsync(CaseQuery cases, SignedInAccessor signedIn, TokenAccessor token, CancellationToken ct)
    {
        var visible = await cases.VisibleAsync(signedIn.Required, ct);
        return (token.Required.Token.Unit is { } unit ? visible.Where(a => a.Unit == unit) : visible).Select(a => a.Id);
    }

    private static async Task<IResult> AskOverrideAsync(WhyBody body, HttpContext http, AskTerminalOverride asking, SignedInAccessor signedIn, TimeProvider clock, CancellationToken ct)
    {
        var person = signedIn.Required;
        var regulation = person.Seats.First(s => s is { Role: "pr-officer", IsDeputy: false }).Regulation;
        return await asking.RunAsync(person.Body, regulation, person.Name, person.Act(clock.GetUtcNow().Truncated(), body.Why), ct) is { } refusal
            ? Problems.Result(refusal, http)
            : Results.NoContent();
    }

    private static async Task<IResult> GrantOverrideAsync(OverrideBody body, HttpContext http, GrantTerminalOverride grant, SignedInAccessor signedIn, TimeProvider clock, CancellationToken ct)
    {
        var person = signedIn.Required;
        var regulation = person.Seats.First(s => s.Role == "operation-officer").Regulation;
        var granted = await grant.RunAsync(person.Body, regulation, new(body.To), person.Act(clock.GetUtcNow().Truncated(), body.Why), ct);
        return granted.Refusal is { } refusal ? Problems.Result(refusal, http) : Results.NoContent();
    }
}
