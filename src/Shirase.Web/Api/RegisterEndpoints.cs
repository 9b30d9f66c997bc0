using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Text;
using Shirase.Web.Pages.Posts;

namespace Shirase.Web.Api;

/// <summary>A unit (所属).</summary>
public sealed record UnitShape(Guid Id, string Code, string Name, string NameEn, string Parent);

/// <summary>An entry of the register of public bodies.</summary>
public sealed record PublicBodyShape(Guid Id, string Name, string Class, string Handle, string Hosts, string ProofUrl, string ProposalReason, PublicBodyState State, DateOnly? ReviewOn)
{
    public static PublicBodyShape Of(PublicBody b) => new(b.Id, b.Name, b.Class, b.Handle, b.Hosts, b.ProofUrl, b.ProposalReason, b.State, b.ReviewOn);
}

/// <summary>Proposes a public body.</summary>
public sealed record ProposeBodyBody(string Name, string Class, string Why, string Handle = "");

/// <summary>The officer's decision on an entry.</summary>
/// <param name="ReviewOn">Last day on which the entry may be relied on; a year from today when left out.</param>
public sealed record DecideBodyBody(string? Why = null, string ProofUrl = "", string Hosts = "", DateOnly? ReviewOn = null);

/// <summary>A line of the register of posts out of hours.</summary>
public sealed record OutOfHoursShape(Guid Case, string Number, string Title, string Ground, NecessityStanding Standing, DateTimeOffset? SettledAt, DateTimeOffset? PublishedAt, bool IsOutside, DateTimeOffset At);

/// <summary>A precedent.</summary>
/// <param name="Case">The case, where the person may open it.</param>
public sealed record PrecedentShape(string Number, Guid? Case, string Unit, string Question, string Outcome, DateTimeOffset SettledAt);

/// <summary>A regulation in one line.</summary>
public sealed record RegulationBrief(string Slug, string Version, string Title, DateOnly InForceFrom, DateOnly? InForceTo);

/// <summary>A clause and what carries it.</summary>
public sealed record ClauseShape(string Id, string Reference, string Gist, IReadOnlyList<string> Kinds, IReadOnlyList<string> CarriedBy, string? Statement, string? Planned);

/// <summary>A value of a regulation.</summary>
/// <param name="IsDefault">True where the document gives none.</param>
public sealed record SettingShape(string Id, string Value, string Unit, bool IsDefault, string Clause, string Name);

/// <summary>A regulation with its clauses, values and what the forms ask.</summary>
public sealed record RegulationShape(
    RegulationBrief Regulation, IReadOnlyList<ClauseShape> Clauses, IReadOnlyList<SettingShape> Settings, IReadOnlyList<AttestationShape> Attestations, IReadOnlyDictionary<string, string> ReasonCodes,
    IReadOnlyDictionary<string, string> Grounds, IReadOnlyDictionary<string, string> PublicBodyClasses);

internal static class RegisterEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var registers = api.MapGroup("").WithTags("Registers");
        registers.MapGet("/units", async (ShiraseDb db, CancellationToken ct) =>
            Results.Json((await db.Units.AsNoTracking().OrderBy(u => u.Code).ToListAsync(ct)).Select(u => new UnitShape(u.Id.Value, u.Code, u.Name, u.NameEn, u.Parent))))
            .Says<IReadOnlyList<UnitShape>>("listUnits", "List the units of the body");
        registers.MapGet("/public-bodies", async (ShiraseDb db, CancellationToken ct) =>
            Results.Json((await db.PublicBodies.AsNoTracking().OrderBy(b => b.Name).ToListAsync(ct)).Select(PublicBodyShape.Of)))
            .Says<IReadOnlyList<PublicBodyShape>>("listPublicBodies", "List the register of public bodies");
        registers.MapPost("/public-bodies", ProposeAsync).Says<PublicBodyShape>("proposePublicBody", "Propose a public body", 201);
        foreach (var (verb, to) in new[] { ("register", PublicBodyState.Registered), ("decline", PublicBodyState.Declined), ("suspend", PublicBodyState.Suspended) })
        {
            registers.MapPost($"/public-bodies/{{entry:guid}}/{verb}", (Guid entry, DecideBodyBody body, HttpContext http, PublicBodies register, ShiraseDb db, CaseAnswers answers, CaseReader reader, CancellationToken ct) =>
                DecideAsync(entry, to, body, http, register, db, answers, reader, ct)).Says<PublicBodyShape>($"{verb}PublicBody", $"Decide on a public body: {verb}");
        }

        registers.MapGet("/out-of-hours", OutOfHoursAsync).Says<IReadOnlyList<OutOfHoursShape>>("listOutOfHours", "List the posts out of hours");
        registers.MapGet("/precedents", PrecedentsAsync).Says<IReadOnlyList<PrecedentShape>>("listPrecedents", "List precedents by words or period");
        registers.MapGet("/regulations", RegulationsAsync).WithTags("Regulations").Says<IReadOnlyList<RegulationBrief>>("listRegulations", "List the regulations in every version");
        registers.MapGet("/regulations/{slug}", RegulationAsync).WithTags("Regulations").Says<RegulationShape>("readRegulation", "Read a regulation: clauses, values, and what forms ask");
    }

    private static async Task<IResult> ProposeAsync(ProposeBodyBody body, HttpContext http, PublicBodies register, ShiraseDb db, CaseAnswers answers, CancellationToken ct)
    {
        var proposed = await register.ProposeAsync(answers.Who, body.Name, body.Class, body.Handle, body.Why, ct);
        return proposed.Refusal is { } refusal ? Problems.Result(refusal, http) : await EntryAsync(proposed.Value, db, StatusCodes.Status201Created, ct);
    }

    private static async Task<IResult> DecideAsync(
        Guid entry, PublicBodyState to, DecideBodyBody body, HttpContext http, PublicBodies register, ShiraseDb db, CaseAnswers answers, CaseReader reader, CancellationToken ct)
    {
        var review = body.ReviewOn ?? reader.Now.JapanDay().AddYears(1);
        return await register.DecideAsync(answers.Who, entry, to, body.ProofUrl, body.Hosts.ReplaceLineEndings("\n").Trim(), review, body.Why, ct) is { } refusal
            ? Problems.Result(refusal is NothingToSettle ? new NoSuchEntry() : refusal, http)
            : await EntryAsync(entry, db, StatusCodes.Status200OK, ct);
    }

    private static async Task<IResult> EntryAsync(Guid id, ShiraseDb db, int status, CancellationToken ct) =>
        Results.Json(PublicBodyShape.Of(await db.PublicBodies.AsNoTracking().SingleAsync(b => b.Id == id, ct)), statusCode: status);

    private static async Task<IResult> OutOfHoursAsync(DateOnly? from, DateOnly? to, HttpContext http, OutOfHoursPosts register, SignedInAccessor me, CancellationToken ct)
    {
        if (IsStrange(from) || IsStrange(to))
        {
            return Problems.Result(new ParameterIsWrong("from, to"), http);
        }

        var language = ApiLanguage.Of(http.Request);
        return Results.Json((await register.ReadAsync(me.Required.Body, from, to, ct)).Select(p => new OutOfHoursShape(
            p.Application.Id.Value, p.Application.Number, p.Application.Current.Content.Title, p.Ground.In(language), p.Standing, p.SettledAt, p.Published?.PublishedAt, p.IsOutside, p.At)));
    }

    private static async Task<IResult> PrecedentsAsync(string? q, DateOnly? from, DateOnly? to, HttpContext http, PrecedentQuery precedents, SignedInAccessor me, CancellationToken ct)
    {
        if (IsStrange(from) || IsStrange(to))
        {
            return Problems.Result(new ParameterIsWrong("from, to"), http);
        }

        var language = ApiLanguage.Of(http.Request);
        return Results.Json((await precedents.FindAsync(me.Required, q, from, to, ct)).Select(l => new PrecedentShape(
            l.Precedent.Case.Number, l.MayOpen ? l.Precedent.Case.Id.Value : null, l.Unit.In(language), l.Consultation.Question, l.Consultation.Outcome, l.Precedent.SettledAt)));
    }

    private static IResult RegulationsAsync(HttpContext http, RegulationLibrary library) =>
        Results.Json(library.All.Select(r => BriefOf(r, ApiLanguage.Of(http.Request))));

    private static IResult RegulationAsync(string slug, string? version, HttpContext http, RegulationLibrary library, TimeProvider clock)
    {
        var found = version is not null ? library.Find(slug, version) : library.InForce(slug, clock.GetUtcNow().JapanDay()) ?? (library.Versions(slug) is [.., var newest] ? newest : null);
        if (found is null)
        {
            return Problems.Result(new Shirase.Accounts.NoSuchRegulation(slug), http);
        }

        var language = ApiLanguage.Of(http.Request);
        return Results.Json(new RegulationShape(
            BriefOf(found, language),
            [.. found.Clauses.Select(c => new ClauseShape(c.Id, c.Reference, c.Gist.In(language), c.Kinds, c.CarriedBy, c.Statement, c.Planned))],
            [.. found.Settings.Select(s => new SettingShape(s.Id, s.Value, s.Unit, s.IsDefault, s.Clause, s.Name.In(language)))],
            [.. found.Attestations.Select(a => new AttestationShape(a.Id, a.Step, a.Statement.In(language), a.Clause, a.OtherThanAuthor, null, null))],
            Named(found.ReasonCodes, language),
            found.Routes.SelectMany(r => r.Grounds).DistinctBy(g => g.Id).ToDictionary(g => g.Id, g => g.Name.In(language), StringComparer.Ordinal),
            Named(found.PublicBodyClasses, language)));
    }

    private static RegulationBrief BriefOf(Regulation r, string language) => new(r.Slug, r.Version, r.Title.In(language), r.InForceFrom, r.InForceTo);

    private static Dictionary<string, string> Named(IEnumerable<NamedChoice> choices, string language) => choices.ToDictionary(c => c.Id, c => c.Name.In(language), StringComparer.Ordinal);

    // The ends of the calendar have no time in Japan
    private static bool IsStrange(DateOnly? day) => day is { Year: < MomentConverter.FirstYear or > MomentConverter.LastYear };
}
