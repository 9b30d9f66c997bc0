using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.People;
using Shirase.Storage;
using Shirase.Text;

namespace Shirase.Cli;

/// <summary><c>shirase token list | revoke</c>: for the operator of the machine. Tokens are issued on pages only.</summary>
internal static class TokenCommand
{
    public static Command Create(Store store)
    {
        var command = new Command("token", "APIトークン / Interface tokens: list, revoke.") { List(store), Revoke(store) };
        foreach (var option in store.Options)
        {
            command.Add(option);
        }

        return command;
    }

    private static Command List(Store store)
    {
        var body = new Option<string?>("--body") { Description = "Short name of one body (default: all)." };
        var list = new Command("list", "トークンの一覧 / Lists tokens, never in clear.") { body };
        list.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var (db, now) = (services.GetRequiredService<ShiraseDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
            BodyId? only = result.GetValue(body) is { } slug ? new BodyId(slug) : null;
            var tokens = await db.ApiTokens.AsNoTracking().Where(t => only == null || t.Body == only).OrderByDescending(t => t.IssuedAt).ToListAsync(ct);
            var logins = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.LoginName, ct);
            await result.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(
                tokens.Select(t => new
                {
                    t.Id,
                    body = t.Body.Slug,
                    staff = logins.GetValueOrDefault(t.Staff, ""),
                    t.Name,
                    unit = t.Unit?.Value,
                    scopes = t.ScopeNames,
                    t.IssuedAt,
                    t.ExpiresAt,
                    t.LastUsedAt,
                    state = t.StateAt(now),
                }),
                ProgramJson.Options));
            return ExitCode.Fine;
        }, ct));
        return list;
    }

    private static Command Revoke(Store store)
    {
        var id = new Argument<Guid>("ID") { Description = "Id of the token, as list tells it." };
        var revoke = new Command("revoke", "トークンを失効させる / Ends a token at once.") { id };
        revoke.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var key = result.GetValue(id);
            var body = await services.GetRequiredService<ShiraseDb>().ApiTokens.Where(t => t.Id == key).Select(t => (BodyId?)t.Body).SingleOrDefaultAsync(ct);
            var refusal = body is not { } of
                ? new NoSuchEntry()
                : await services.GetRequiredService<RevokeToken>().RunAsync(new(of, null, services.GetRequiredService<TimeProvider>().GetUtcNow().Truncated()), key, ct);
            return refusal is null ? ExitCode.Fine : Store.Refuse(refusal, result.InvocationConfiguration.Error);
        }, ct));
        return revoke;
    }
}
