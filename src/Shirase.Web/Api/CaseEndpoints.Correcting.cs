using Shirase.Core.Posts;
using Shirase.Posts;

namespace Shirase.Web.Api;

/// <summary>誤・正・経緯: what a correction says.</summary>
public sealed record CorrectionBody(string Wrong, string Right, string Cause = "");

/// <summary>Why it is deleted, and what the public is told of the reason.</summary>
public sealed record RemoveBody(string? Why = null, RemovalKind Kind = RemovalKind.Error);

/// <summary>Enters a deletion that was made on the platform by hand.</summary>
/// <param name="SeenAt">When it was seen gone.</param>
/// <param name="Seen">How it was verified: which page, and what it showed.</param>
public sealed record ByHandBody(DateTimeOffset SeenAt, string Seen);

internal static partial class CaseEndpoints
{
    private static void MapCorrecting(RouteGroupBuilder post)
    {
        post.MapPut("/correction", (Guid id, CorrectionBody body, HttpContext http, CaseAnswers answers, Correcting correcting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => correcting.WriteAsync(new(id), w, new(body.Wrong, body.Right, body.Cause), ct))).Says<CaseBrief>("writeCorrection", "Write down what was wrong and what is right");
        post.MapPost("/correction/apply", async (Guid id, HttpContext http, CaseAnswers answers, Correcting correcting, CancellationToken ct) =>
        {
            var begun = await correcting.ApplyAsync(new(id), answers.Who, ct);
            return begun.Refusal is { } refusal ? Problems.Result(refusal, http) : await answers.BriefAsync(http, begun.Value, StatusCodes.Status201Created);
        }).Says<CaseBrief>("applyForCorrection", "Begin the linked application that corrects what was published", 201);
        post.MapPost("/correction/announce", (Guid id, HttpContext http, CaseAnswers answers, Correcting correcting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => correcting.AnnounceAsync(new(id), w, ct))).Says<CaseBrief>("announceCorrection", "Put the notice of the correction on the website");
        post.MapPost("/correction/abandon", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Correcting correcting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => correcting.AbandonAsync(new(id), w, body.Why, ct))).Says<CaseBrief>("abandonCorrection", "Decide that nothing is corrected, with the reason");
        post.MapPost("/remove", (Guid id, RemoveBody body, HttpContext http, CaseAnswers answers, Removing removing, CancellationToken ct) =>
            answers.OfAsync(http, id, w => removing.OrderAsync(new(id), w, body.Why, ct, body.Kind))).Says<CaseBrief>("removePost", "Delete at once wherever it stands");
        post.MapPost("/deliveries/{delivery:guid}/removed-by-hand", (Guid id, Guid delivery, ByHandBody body, HttpContext http, CaseAnswers answers, Removing removing, CancellationToken ct) =>
            answers.OfAsync(http, id, w => removing.EnterByHandAsync(new(id), w, new(delivery), body.SeenAt, body.Seen, ct))).Says<CaseBrief>("enterRemovalByHand", "Enter a deletion that was made on the platform by hand");
    }
}
