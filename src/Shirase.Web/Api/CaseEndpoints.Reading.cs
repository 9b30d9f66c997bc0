using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Pages.Posts;
using Shirase.Web.Posts;

namespace Shirase.Web.Api;

/// <summary>One version of the content.</summary>
public sealed record VersionShape(int Number, string Hash, Guid By, DateTimeOffset At, DateTimeOffset? FrozenAt, PostBody Content);

internal static partial class CaseEndpoints
{
    private static void MapReading(RouteGroupBuilder posts)
    {
        posts.MapGet("", ListAsync).Says<Listing<CaseBrief>>("listPosts", "List the cases the person may see, the newest first");
        posts.MapGet("/{id:guid}", ReadAsync).Says<CaseShape>("readPost", "Read a case; its ETag is the revision of the draft");
        posts.MapGet("/{id:guid}/versions/{number:int}", VersionAsync).Says<VersionShape>("readPostVersion", "Read one version of the content");
        posts.MapGet("/{id:guid}/findings", FindingsAsync).Says<IReadOnlyList<FindingShape>>("checkPost", "Check the content as it would be checked at a stage");
        posts.MapGet("/{id:guid}/media/{media:guid}", MediaAsync).Says("readPostMedia", "Read an attached image").Produces(200, contentType: "image/png", additionalContentTypes: ["image/jpeg", "image/webp", "image/gif"]);
        posts.MapGet("/{id:guid}/evidence", EvidenceAsync).Says("readPostEvidence", "Read the evidence sheet; see docs/how-to/evidence-json.md").Produces(200, contentType: "application/json");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, CaseQuery cases, SignedInAccessor signedIn, TokenAccessor token, string? state, string? cursor, int? limit, CancellationToken ct)
    {
        if (Piece.Read(cursor, limit, out var piece) is { } wrong)
        {
            return Problems.Result(wrong, http);
        }

        var found = await cases.VisibleAsync(signedIn.Required, ct);
        if (state is not null)
        {
            if (StateOf(state) is not { } wanted)
            {
                return Problems.Result(new ParameterIsWrong("state"), http);
            }

            found = found.Where(a => a.State == wanted);
        }

        if (token.Required.Token.Unit is { } unit)
        {
            found = found.Where(a => a.Unit == unit);
        }

        if (piece.From is { At: var at })
        {
            found = found.Where(a => a.CreatedAt <= at);
        }

        var newest = found.OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id).Include(a => a.Versions);
        return Results.Json(await piece.OfAsync(newest, a => a.CreatedAt, CaseBrief.Of, http.Request, ct));
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, CaseFiles cases, CancellationToken ct) =>
        await OpenAsync(id, http, cases, file =>
        {
            http.Response.Headers[HeaderNames.ETag] = CaseAnswers.TagOf(file.Application);
            return Task.FromResult(Results.Json(CaseShape.Of(file, ApiLanguage.Of(http.Request))));
        }, ct);

    private static async Task<IResult> VersionAsync(Guid id, int number, HttpContext http, CaseFiles cases, CancellationToken ct) =>
        await OpenAsync(id, http, cases, file => Task.FromResult(file.Application.Versions.FirstOrDefault(v => v.Number == number) is { } v
            ? Results.Json(new VersionShape(v.Number, v.Hash, v.CreatedBy.Value, v.CreatedAt, v.FrozenAt, PostBody.Of(v.Content)))
            : Problems.Result(new NothingHere(), http)), ct);

    private static async Task<IResult> FindingsAsync(Guid id, string? stage, HttpContext http, CaseFiles cases, Screening screening, CancellationToken ct) =>
        await OpenAsync(id, http, cases, async file => Enum.TryParse<Stage>(stage ?? "submit", ignoreCase: true, out var at) && Enum.IsDefined(at)
            ? Results.Json((await DecisionMaterial.FindAsync(screening, file, at, file.Now, ct)).Select(f => FindingShape.Of(f, ApiLanguage.Of(http.Request))))
            : Problems.Result(new ParameterIsWrong("stage"), http), ct);

    private static async Task<IResult> MediaAsync(Guid id, Guid media, HttpContext http, Attaching attaching, SignedInAccessor signedIn, CancellationToken ct) =>
        await attaching.ReadAsync(new(media), new(signedIn.Required.Staff, signedIn.Required.Body), ct) is { } stored && stored.Application == new PostApplicationId(id)
            ? Results.Bytes(stored.Bytes, stored.ContentType)
            : Problems.Result(new CaseNotFound(), http);

    private static async Task<IResult> EvidenceAsync(Guid id, HttpContext http, CaseFiles cases, ShiraseDb db, Screening screening, CancellationToken ct) =>
        await OpenAsync(id, http, cases, async file => file.Application.SubmittedAt is null
            ? Problems.Result(new CaseNotFound(), http)
            : Results.Text(EvidenceJson.Of(await EvidencePaper.ReadAsync(file, db, screening, ct)), "application/json; charset=utf-8"), ct);

    // That somebody outside the unit looked is journalled, whatever he looked with (gx-13-3-2)
    private static async Task<IResult> OpenAsync(Guid id, HttpContext http, CaseFiles cases, Func<CaseFile, Task<IResult>> show, CancellationToken ct)
    {
        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return Problems.Result(new CaseNotFound(), http);
        }

        await cases.NoteViewingAsync(file, ct);
        return await show(file);
    }

    /// <summary>A state as it is written in addresses and answers: <c>ready-to-publish</c>.</summary>
    private static ApplicationState? StateOf(string text) =>
        Enum.TryParse<ApplicationState>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var state) && Enum.IsDefined(state) && !text.Any(char.IsDigit) ? state : null;
}
