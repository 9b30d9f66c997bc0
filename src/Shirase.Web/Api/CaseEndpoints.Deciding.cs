using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Api;

/// <summary>Approves exactly the content that was read.</summary>
/// <param name="Hash">Hash of the content that was read; another one is refused.</param>
/// <param name="Confirmed">Ids of the sentences of the step that are confirmed with it.</param>
/// <param name="Opinion">Opinion, or the reason of a deputy.</param>
public sealed record ApproveBody(string Hash, IReadOnlyList<string> Confirmed, string? Opinion = null);

/// <summary>Why it goes back or ends.</summary>
/// <param name="ReasonCode">Code of the regulation; asked for in the examination.</param>
public sealed record ReturnBody(string Why, string ReasonCode = "");

/// <summary>Other wording as the officer proposes it.</summary>
public sealed record WordingBody(string Subject, string Body, string? Why = null);

/// <summary>A decision that was given by telephone.</summary>
public sealed record TelephoneBody(Guid Decider, DateTimeOffset DecidedAt, string? Why = null);

/// <summary>A standing instruction: every received form goes to the officer at once.</summary>
public sealed record StandingOrderBody(string Text);

internal static partial class CaseEndpoints
{
    private static void MapDeciding(RouteGroupBuilder posts)
    {
        posts.MapPost("/{id:guid}/approve", (Guid id, ApproveBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.ApproveAsync(new(id), w, [.. body.Confirmed], body.Opinion, body.Hash, ct))).Says<CaseBrief>("approvePost", "Approve exactly the content that was read");
        posts.MapPost("/{id:guid}/return", (Guid id, ReturnBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.ReturnAsync(new(id), w, body.ReasonCode, body.Why, ct))).Says<CaseBrief>("returnPost", "Return it to its author, who may file it again");
        posts.MapPost("/{id:guid}/reject", (Guid id, ReturnBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.RejectAsync(new(id), w, body.ReasonCode, body.Why, ct))).Says<CaseBrief>("rejectPost", "Reject it; that ends the case");
        posts.MapPost("/{id:guid}/assign", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.AssignAsync(new(id), w, body.Why, ct))).Says<CaseBrief>("assignPost", "Have the officer examine it");
        posts.MapPost("/{id:guid}/hold", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.HoldAsync(new(id), w, body.Why, ct))).Says<CaseBrief>("holdPost", "Put the case on hold, or release it");
        posts.MapPost("/{id:guid}/overrule", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.OverruleAsync(new(id), w, body.Why, ct))).Says<CaseBrief>("overrulePost", "Approve what the officer found unsuitable");
        posts.MapPost("/{id:guid}/reexamine", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.ReexamineAsync(new(id), w, body.Why, ct))).Says<CaseBrief>("reexaminePost", "Take it back from the publisher's desk to the examination");
        posts.MapPost("/{id:guid}/wording", (Guid id, WordingBody body, HttpContext http, CaseAnswers answers, Consulting consulting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => consulting.ProposeWordingAsync(new(id), w, body.Subject, body.Body, body.Why, ct))).Says<CaseBrief>("proposeWording", "Propose other wording to the applicant's unit");
        posts.MapPost("/{id:guid}/telephone", (Guid id, TelephoneBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.RecordTelephoneDecisionAsync(new(id), w, new(body.Decider), body.DecidedAt.ToUniversalTime(), body.Why, ct)))
            .Says<CaseBrief>("recordTelephoneDecision", "Write down a decision given by telephone");
        posts.MapPost("/{id:guid}/decisions/{decision:guid}/settle", (Guid id, Guid decision, WhyBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.SettleAsync(new(id), w, decision, true, body.Why, ct))).Says<CaseBrief>("settleDecision", "Read a deputy's decision afterwards, or countersign one by telephone");
        posts.MapPost("/{id:guid}/decisions/{decision:guid}/disown", (Guid id, Guid decision, WhyBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.SettleAsync(new(id), w, decision, false, body.Why, ct))).Says<CaseBrief>("disownDecision", "Disown a decision by telephone, with a reason");
    }

    private static void MapStanding(RouteGroupBuilder order)
    {
        order.MapPut("", (StandingOrderBody body, HttpContext http, CaseAnswers answers, StandingOrders orders, ShiraseDb db, CancellationToken ct) =>
            StandAsync(http, answers, db, (w, regulation) => orders.GiveAsync(w, regulation, body.Text, ct), ct)).Says("giveStandingOrder", "Give the standing instruction").Produces(204);
        order.MapDelete("", (HttpContext http, CaseAnswers answers, StandingOrders orders, ShiraseDb db, CancellationToken ct) =>
            StandAsync(http, answers, db, (w, regulation) => orders.EndAsync(w, regulation, ct), ct)).Says("endStandingOrder", "End the standing instruction").Produces(204);
    }

    private static async Task<IResult> StandAsync(HttpContext http, CaseAnswers answers, ShiraseDb db, Func<Who, string, Task<Refusal?>> act, CancellationToken ct)
    {
        var who = answers.Who;
        var regulation = await db.Bodies.AsNoTracking().Where(b => b.Id == who.Body).Select(b => b.Regulation).SingleAsync(ct);
        return await act(who, regulation ?? "") is { } refusal ? Problems.Result(refusal, http) : Results.NoContent();
    }
}
