using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Web.Pages.Posts;

namespace Shirase.Web.Api;

/// <summary>A new draft.</summary>
/// <param name="Content">What is to be published.</param>
/// <param name="Unit">The unit that applies; the person's own when left out.</param>
public sealed record BeginBody(PostBody Content, Guid? Unit = null);

/// <summary>Files a draft.</summary>
/// <param name="Confirmed">Ids of the sentences the author confirms.</param>
/// <param name="ShortNoticeReason">Why it comes later than the rule asks.</param>
public sealed record SubmitBody(IReadOnlyList<string> Confirmed, string? ShortNoticeReason = null);

/// <summary>Confirms one sentence as somebody of the unit.</summary>
/// <param name="IsAlone">True on single-person duty, with a reason.</param>
public sealed record ConfirmBody(string Attestation, bool IsAlone = false, string? Why = null);

/// <summary>Records the press release that a case waits for.</summary>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Document">Its number or title.</param>
public sealed record PressReleaseBody(DateTimeOffset MadeAt, string Document);

/// <summary>A question that the regulation leaves open.</summary>
public sealed record QuestionBody(string Question);

/// <summary>The outcome of a consultation as one side confirms it.</summary>
public sealed record OutcomeBody(string Outcome);

/// <summary>What is wrong in something published.</summary>
public sealed record ErrorBody(string Text);

/// <summary>An image as it was stored.</summary>
public sealed record AttachedShape(Guid Id, string Sha256, string ContentType);

internal static partial class CaseEndpoints
{
    private static void MapDrafting(RouteGroupBuilder posts)
    {
        posts.MapPost("", BeginAsync).Says<CaseBrief>("draftPost", "Begin a draft", 201);
        posts.MapPut("/{id:guid}", SaveAsync).Says<CaseBrief>("savePost", "Write the draft whole; If-Match carries the revision that was read");
        posts.MapPost("/{id:guid}/media", AttachAsync).Says<AttachedShape>("attachToPost", "Attach an image, sent as it is; everything but the picture is taken out", 201);
        posts.MapPost("/{id:guid}/target", TargetAsync).Says<CaseBrief>("readRepostTarget", "Read a repost's target from its platform and keep what was seen");
        posts.MapPost("/{id:guid}/submit", (Guid id, SubmitBody body, HttpContext http, CaseAnswers answers, Drafting drafting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => drafting.SubmitAsync(new(id), w, [.. body.Confirmed], body.ShortNoticeReason?.Trim(), ct))).Says<CaseBrief>("submitPost", "File it for decision");
        posts.MapPost("/{id:guid}/confirm", (Guid id, ConfirmBody body, HttpContext http, CaseAnswers answers, Drafting drafting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => drafting.ConfirmAsync(new(id), w, body.Attestation, body.IsAlone, body.Why, ct))).Says<CaseBrief>("confirmPost", "Confirm a sentence as the second checker");
        posts.MapPost("/{id:guid}/recall", (Guid id, HttpContext http, CaseAnswers answers, Drafting drafting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => drafting.RecallAsync(new(id), w, ct))).Says<CaseBrief>("recallPost", "Take it back before anybody acted");
        posts.MapPost("/{id:guid}/withdraw", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Drafting drafting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => drafting.WithdrawAsync(new(id), w, body.Why, ct))).Says<CaseBrief>("withdrawPost", "Give it up; what is scheduled is cancelled");
        posts.MapPost("/{id:guid}/dispatch", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Deciding deciding, CancellationToken ct) =>
            answers.OfAsync(http, id, w => deciding.DispatchAsync(new(id), w, body.Why, ct))).Says<CaseBrief>("dispatchPost", "Send the decided form to the manager");
        posts.MapPost("/{id:guid}/press-release", (Guid id, PressReleaseBody body, HttpContext http, CaseAnswers answers, PressReleases releases, CancellationToken ct) =>
            answers.OfAsync(http, id, w => releases.RecordAsync(new(id), w, body.MadeAt, body.Document, ct))).Says<CaseBrief>("recordPressRelease", "Record the press release that the case waits for");
        posts.MapPost("/{id:guid}/wording/accept", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Consulting consulting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => consulting.AnswerWordingAsync(new(id), w, true, body.Why, ct))).Says<CaseBrief>("acceptWording", "Accept the proposed wording");
        posts.MapPost("/{id:guid}/wording/decline", (Guid id, WhyBody body, HttpContext http, CaseAnswers answers, Consulting consulting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => consulting.AnswerWordingAsync(new(id), w, false, body.Why, ct))).Says<CaseBrief>("declineWording", "Decline the proposed wording");
        posts.MapPost("/{id:guid}/consultations", (Guid id, QuestionBody body, HttpContext http, CaseAnswers answers, Consulting consulting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => consulting.ConsultAsync(new(id), w, body.Question, ct))).Says<CaseBrief>("consult", "Open a consultation");
        posts.MapPost("/{id:guid}/consultations/{consultation:guid}/confirm", (Guid id, Guid consultation, OutcomeBody body, HttpContext http, CaseAnswers answers, Consulting consulting, CancellationToken ct) =>
            answers.OfAsync(http, id, w => consulting.ConfirmConsultationAsync(new(id), w, consultation, body.Outcome, ct))).Says<CaseBrief>("confirmConsultation", "Confirm the outcome for one side");
        posts.MapPost("/{id:guid}/error-reports", (Guid id, ErrorBody body, HttpContext http, CaseAnswers answers, Removing removing, CancellationToken ct) =>
            answers.OfAsync(http, id, w => removing.ReportErrorAsync(new(id), w, body.Text, ct))).Says<CaseBrief>("reportError", "Report an error in something published");
    }

    private static async Task<IResult> BeginAsync(
        BeginBody body, HttpContext http, CaseAnswers answers, Drafting drafting, SignedInAccessor signedIn, TokenAccessor token, CancellationToken ct)
    {
        var own = signedIn.Required.Unit;
        var unit = body.Unit is { } named ? new UnitId(named) : own;
        if (unit is not { } of || of != own || !token.Required.Reaches(of))
        {
            return Problems.Result(new UnitIsNotYours(), http);
        }

        var content = body.Content.Over(new PostContent());
        if (content.Refusal is { } wrong)
        {
            return Problems.Result(wrong, http);
        }

        var begun = await drafting.BeginAsync(answers.Who, of, content.Value!, ct);
        return begun.Refusal is { } refusal ? Problems.Result(refusal, http) : await answers.BriefAsync(http, begun.Value, StatusCodes.Status201Created);
    }

    private static async Task<IResult> SaveAsync(Guid id, PostBody body, HttpContext http, CaseAnswers answers, CaseReader reader, Drafting drafting, CancellationToken ct)
    {
        if (CaseAnswers.ReadRevision(http.Request, out var revision) is { } missing)
        {
            return Problems.Result(missing, http);
        }

        if (await StoredAsync(id, answers, reader, ct) is not { } stored)
        {
            return Problems.Result(new CaseNotFound(), http);
        }

        var content = body.Over(stored);
        return content.Refusal is { } wrong
            ? Problems.Result(wrong, http)
            : await answers.OfAsync(http, id, async w => await drafting.SaveAsync(new(id), w, content.Value!, revision, ct) is { } r ? r is ChangedMeanwhile ? new RevisionIsAnother() : r : null);
    }

    private static async Task<IResult> AttachAsync(Guid id, HttpContext http, CaseAnswers answers, Attaching attaching, CancellationToken ct)
    {
        var attached = await attaching.AttachAsync(new(id), answers.Who, JsonBodies.Of(http).ToArray(), ct);
        return attached.Value is { } item
            ? Results.Json(new AttachedShape(item.Id, item.Sha256, item.ContentType), statusCode: StatusCodes.Status201Created)
            : Problems.Result(attached.Refusal!, http);
    }

    private static Task<IResult> TargetAsync(Guid id, HttpContext http, CaseAnswers answers, CaseReader reader, Filing filing, Drafting drafting, CancellationToken ct) =>
        answers.OfAsync(http, id, async w =>
        {
            if (await reader.OpenAsync(new PostApplicationId(id), ct) is not { } open || !open.IsOfUnit(w.Staff))
            {
                return new CaseNotFound();
            }

            var (content, revision) = (open.Application.Current.Content, open.Application.Revision);
            reader.Forget();
            var seen = await filing.SeeTargetAsync(w.Body, content, ct);
            return seen.Refusal ?? await drafting.SaveAsync(new(id), w, content with { Repost = seen.Value }, revision, ct);
        });

    // Somebody else's draft is not there for who may not write in it
    private static async Task<PostContent?> StoredAsync(Guid id, CaseAnswers answers, CaseReader reader, CancellationToken ct)
    {
        var open = await reader.OpenAsync(new PostApplicationId(id), ct);
        reader.Forget();
        return open is not null && open.IsVisibleTo(answers.Who.Staff) ? open.Application.Current.Content : null;
    }
}
