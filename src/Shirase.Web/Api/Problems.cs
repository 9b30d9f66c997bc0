using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Web.Pages.Posts;
using Shirase.Web.Parts;
using Shirase.Web.Words;
using Shirase.Webhooks;

namespace Shirase.Web.Api;

/// <summary>Answers refusals as problem details (RFC 9457): one table from refusal to status, one way to write them.</summary>
public static class Problems
{
    public const string TypePrefix = "urn:shirase:problem:";

    /// <summary>What a refusal is to a program. What is not named here conflicts with the present state.</summary>
    public static int StatusOf(Refusal refusal) => refusal switch
    {
        RequestIsWrong or BodyIsUnreadable or ParameterIsWrong or IdempotencyKeyIsNeeded => StatusCodes.Status400BadRequest,
        TokenIsUnknown or TokenIsExpired or TokenIsRevoked or TokenHolderIsGone => StatusCodes.Status401Unauthorized,
        TokenLacksScope or TokenIsOfAnotherUnit or SeatIsMissing or EndpointIsClosed or OnlyOwnTokens or UnitIsNotYours
            or OnlyPrOfficers or OnlyForPrOfficers or NotOfThisUnit or NoSeatInThisStep or TouchedContentCannotDecide or OnlyTheAuthorRecalls
            or OnlyTheManagerHolds or OnlyTheManagerInstructs or OnlyTheManagerStops or OnlyTheOfficerPermits or OnlyTheOfficerRegisters or OnlyAdministratorsKeepWebhooks
            or OnlyOfficersAnnounce or NotYoursToHold or NotYoursToStop or NotYoursToResume or ProposerCannotAccept or SecondCheckerIsAnother or NotYoursToSettle or Incidents.NotYoursToLetGoOn => StatusCodes.Status403Forbidden,
        CaseNotFound or NoSuchAccount or NoSuchEntry or NoSuchRegulation or NothingHere => StatusCodes.Status404NotFound,
        MethodIsNotAllowed => StatusCodes.Status405MethodNotAllowed,
        RevisionIsAnother => StatusCodes.Status412PreconditionFailed,
        BodyIsTooLarge => StatusCodes.Status413PayloadTooLarge,
        MediaTypeIsWrong => StatusCodes.Status415UnsupportedMediaType,
        FindingRefuses or Core.Posts.ReasonIsMissing or People.ReasonIsMissing or AttestationIsOpen or ChecklistLineIsOpen or ShortNoticeNeedsReason
            or SinglePersonDutyNeedsReason or ReasonNeeded or ReasonCodeNeeded or ReleaseNeedsDocument or ReleaseLiesAhead or ProxyNeedsReason
            or ProposalChangesNothing or TelephoneCallLiesAhead or EntryTooLong or EntryIsLong or ReasonIsLong or TimeLiesBehind
            or AccountNotChosen or NoAccountChosen or DesiredTimeNotChosen or OutOfHoursNeedsGround or WithinHoursOrdinary or PublicBodyNeedsNameAndClass
            or CorrectionNeedsBoth or WebhookAddressIsBad or WebhookNeedsEvents or NotOnThePlatform or ProofIsMissing or RegisterReasonIsMissing or TooManyImages or TargetNotRead or MediaIsUnknown or IdempotencyKeyIsTaken
            or Core.Posts.Images.NotAnImage or Core.Posts.Images.ImageDamaged or Core.Posts.Images.ImageMoves or Core.Posts.Images.ImageTooHeavy
            or Core.Posts.Images.ImageTooManyPixels or Core.Incidents.ResumeNeedsReason => StatusCodes.Status422UnprocessableEntity,
        RevisionIsNeeded => StatusCodes.Status428PreconditionRequired,
        RateIsExceeded => StatusCodes.Status429TooManyRequests,
        SomethingFailed => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status409Conflict,
    };

    public static ProblemShape Of(Refusal refusal, HttpContext http, IReadOnlyList<GateShape>? gate = null)
    {
        var language = ApiLanguage.Of(http.Request);
        var status = StatusOf(refusal);
        return new()
        {
            Type = TypePrefix + refusal.Code,
            Title = http.RequestServices.GetRequiredService<IText>().In(language, $"Api.Title.{status}"),
            Status = status,
            Detail = refusal.Text.In(language),
            Code = refusal.Code,
            Clause = http.RequestServices.GetRequiredService<IOwnClauses>().Find(refusal.Clause),
            Gate = gate ?? (refusal is GateIsClosed { Line: var line } ? [new(Guid.Empty, "", false, [GateLineShape.Of(line, language)])] : null),
            Finding = refusal switch
            {
                FindingRefuses { Finding: var f } => FindingShape.Of(f, language),
                Core.Posts.ReasonIsMissing { Finding: var f } => FindingShape.Of(f, language),
                _ => null,
            },
        };
    }

    public static IResult Result(Refusal refusal, HttpContext http, IReadOnlyList<GateShape>? gate = null)
    {
        var problem = Of(refusal, http, gate);
        return Results.Json(problem, contentType: MediaTypeNames.Application.ProblemJson, statusCode: problem.Status);
    }

    /// <summary>Answers from where there is no endpoint.</summary>
    public static async Task WriteAsync(HttpContext http, Refusal refusal)
    {
        var problem = Of(refusal, http);
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = MediaTypeNames.Application.ProblemJson;
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, json), http.RequestAborted);
    }
}
