using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Api;

/// <summary>An official account. No secret, no address of a service.</summary>
public sealed record AccountShape(
    Guid Id, string Regulation, string Channel, string Handle, string DisplayName, Guid Owner, DateOnly Since, AccountState State, DateTimeOffset? StoppedAt, bool IsDrill, bool IsConnected)
{
    public static AccountShape Of(OfficialAccount a) => new(
        a.Id.Value, a.Regulation, a.Channel, a.Handle, a.DisplayName, a.Owner.Value, a.Since, a.State, a.StoppedAt, a.IsDrill, a.ProtectedSecret is not null);
}

/// <summary>Stops everything that goes out of one account, or of the whole body.</summary>
/// <param name="Account">Left out for every account.</param>
public sealed record FreezeBody(Guid? Account = null, string? Why = null);

/// <summary>一斉停止: since when everything stands, and whether its end was asked for.</summary>
public sealed record FreezeShape(Guid Id, Guid? Account, Guid By, DateTimeOffset At, Guid? ResumeAskedBy);

internal static class AccountEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        MapFreezes(api.MapGroup("/freezes").WithTags("Stop switch"));
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapGet("", async (ShiraseDb db, CancellationToken ct) =>
            Results.Json((await db.Accounts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(ct)).Select(AccountShape.Of))).Says<IReadOnlyList<AccountShape>>("listAccounts", "List the official accounts");
        accounts.MapGet("/{id:guid}", AnswerAsync).Says<AccountShape>("readAccount", "Read one account");
        accounts.MapPost("/{id:guid}/stop", (Guid id, WhyBody body, HttpContext http, StopAccount stop, ShiraseDb db, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            ActAsync(id, http, db, stop.StopAsync(me.Required.Body, new(id), me.Required.Act(clock.GetUtcNow().Truncated(), body.Why), ct), ct)).Says<AccountShape>("stopAccount", "Stop an account at once");
        accounts.MapPost("/{id:guid}/resume", (Guid id, WhyBody body, HttpContext http, ResumeAccount resume, ShiraseDb db, SignedInAccessor me, CancellationToken ct) =>
            ActAsync(id, http, db, resume.GoOnAsync(new(me.Required.Staff, me.Required.Body), new(id), body.Why, ct), ct)).Says<AccountShape>("resumeAccount", "Resume a stopped account");
    }

    private static void MapFreezes(RouteGroupBuilder freezes)
    {
        freezes.MapGet("", async (ShiraseDb db, CancellationToken ct) => Results.Json(await StandingAsync(db, ct))).Says<IReadOnlyList<FreezeShape>>("listFreezes", "List what is stopped at once");
        freezes.MapPost("", (FreezeBody body, HttpContext http, CaseAnswers answers, Freezing freezing, ShiraseDb db, CancellationToken ct) =>
            FreezeAsync(http, db, freezing.FreezeAsync(answers.Who, body.Account is { } account ? new(account) : null, body.Why, ct), ct)).Says<IReadOnlyList<FreezeShape>>("freeze", "Stop everything at once, of one account or of the body");
        freezes.MapPost("/{freeze:guid}/ask-resume", (Guid freeze, WhyBody body, HttpContext http, CaseAnswers answers, Freezing freezing, ShiraseDb db, CancellationToken ct) =>
            FreezeAsync(http, db, freezing.AskToResumeAsync(answers.Who, freeze, body.Why, ct), ct)).Says<IReadOnlyList<FreezeShape>>("askToResume", "Ask to go on; another person has to agree");
        freezes.MapPost("/{freeze:guid}/resume", (Guid freeze, HttpContext http, CaseAnswers answers, Freezing freezing, ShiraseDb db, CancellationToken ct) =>
            FreezeAsync(http, db, freezing.ResumeAsync(answers.Who, freeze, ct), ct)).Says<IReadOnlyList<FreezeShape>>("resume", "Go on, as the second person");
    }

    private static async Task<IResult> FreezeAsync(HttpContext http, ShiraseDb db, Task<Refusal?> act, CancellationToken ct) =>
        await act is { } refusal ? Problems.Result(refusal, http) : Results.Json(await StandingAsync(db, ct));

    private static async Task<IReadOnlyList<FreezeShape>> StandingAsync(ShiraseDb db, CancellationToken ct) =>
        [.. (await db.Freezes.AsNoTracking().Where(f => f.ResumedAt == null).OrderBy(f => f.At).ToListAsync(ct)).Select(f => new FreezeShape(f.Id, f.Account?.Value, f.By.Value, f.At, f.ResumeAskedBy?.Value))];

    private static async Task<IResult> ActAsync(Guid id, HttpContext http, ShiraseDb db, Task<Refusal?> act, CancellationToken ct) =>
        await act is { } refusal ? Problems.Result(refusal, http) : await AnswerAsync(id, http, db, ct);

    private static async Task<IResult> AnswerAsync(Guid id, HttpContext http, ShiraseDb db, CancellationToken ct)
    {
        var key = new AccountId(id);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is { } account
            ? Results.Json(AccountShape.Of(account))
            : Problems.Result(new NoSuchAccount(), http);
    }
}
