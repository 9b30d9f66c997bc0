using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
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

internal static class AccountEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapGet("", async (ShiraseDb db, CancellationToken ct) =>
            Results.Json((await db.Accounts.AsNoTracking().OrderBy(a => a.Id).ToListAsync(ct)).Select(AccountShape.Of))).Says<IReadOnlyList<AccountShape>>("listAccounts", "List the official accounts");
        accounts.MapGet("/{id:guid}", AnswerAsync).Says<AccountShape>("readAccount", "Read one account");
        accounts.MapPost("/{id:guid}/stop", (Guid id, WhyBody body, HttpContext http, StopAccount stop, ShiraseDb db, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            ActAsync(id, http, db, stop.StopAsync(me.Required.Body, new(id), me.Required.Act(clock.GetUtcNow().Truncated(), body.Why), ct), ct)).Says<AccountShape>("stopAccount", "Stop an account at once");
        accounts.MapPost("/{id:guid}/resume", (Guid id, WhyBody body, HttpContext http, StopAccount stop, ShiraseDb db, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            ActAsync(id, http, db, stop.ResumeAsync(me.Required.Body, new(id), me.Required.Act(clock.GetUtcNow().Truncated(), body.Why), ct), ct)).Says<AccountShape>("resumeAccount", "Resume a stopped account");
    }

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
