using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Duties;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>A token as it is asked for.</summary>
/// <param name="For">The person it acts as.</param>
/// <param name="Unit">The unit whose cases it reaches; null for every case the person reaches.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Days">How long it holds; null for the setting.</param>
public sealed record TokenWish(StaffId For, UnitId? Unit, string Name, IReadOnlyCollection<string> Scopes, int? Days);

/// <summary>The one moment at which a token is known in clear.</summary>
public sealed record IssuedToken(ApiToken Token, string Clear)
{
    public override string ToString() => $"token {Token.Id}";
}

/// <summary>
/// Issues interface tokens: anybody for himself; an administrator for a unit's system that acts as a named person, but never for
/// what only the person himself may entrust (gx-14-1-1, reading A9).
/// </summary>
public sealed class IssueToken(ShiraseDb db, Rosters rosters, IOptions<TokenSettings> settings)
{
    public async Task<Result<IssuedToken>> RunAsync(BodyId body, TokenWish wish, Act act, CancellationToken ct)
    {
        if (Refuse(wish, act) is { } refusal)
        {
            return refusal;
        }

        await using var change = await db.BeginChangeAsync(body, ct);
        if (await RefuseAsync(body, wish, act, ct) is { } later)
        {
            return later;
        }

        var clear = ApiToken.Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var token = new ApiToken(
            Guid.CreateVersion7(act.At), body, wish.For, act.By, wish.Unit, wish.Name.Trim(), string.Join(' ', Scope.All.Select(s => s.Name).Where(wish.Scopes.Contains)),
            ApiToken.HashOf(clear), act.At, act.At.AddDays(wish.Days ?? settings.Value.Days));
        db.Add(token);
        db.Record(body, act, "token.issued", $"token/{token.Id}", new { staff = wish.For.Value, unit = wish.Unit?.Value, scopes = token.Scopes, expires = token.ExpiresAt, clause = "gx-14-1-1" });
        if (wish.For != act.By)
        {
            db.Tell(body, [wish.For], "token.issued", new(
                $"システム管理者が、あなたの名前で動くAPIトークン「{token.Name}」を発行しました。覚えがなければ「APIトークン」の画面で失効させてください。",
                $"An administrator issued the interface token \"{token.Name}\" that acts in your name. If you do not know of it, revoke it on the page API tokens."), "gx-14-1-1", act.At);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return new IssuedToken(token, clear);
    }

    private Refusal? Refuse(TokenWish wish, Act act) =>
        string.IsNullOrWhiteSpace(wish.Name) ? new TokenNeedsName()
        : Entries.Refuse(wish.Name) is { } tooLong ? tooLong
        : wish.Scopes.Count == 0 ? new TokenNeedsScope()
        : wish.Scopes.FirstOrDefault(s => Scope.Find(s) is null) is { } unknown ? new ScopeIsUnknown(unknown)
        : wish.Days is { } days && (days < 1 || days > settings.Value.LongestDays) ? new TokenHoldsTooLong(settings.Value.LongestDays)
        : wish.For != act.By && Scope.All.FirstOrDefault(s => s.IsPersonal && wish.Scopes.Contains(s.Name)) is { } personal ? new OnlyOneselfEntrusts(personal)
        : null;

    private async Task<Refusal?> RefuseAsync(BodyId body, TokenWish wish, Act act, CancellationToken ct)
    {
        if (wish.For != act.By
            && !(await rosters.OnAsync(body, act.At.JapanDay(), ct)).SeatsOf(act.By).Any(s => s is { Regulation: Appointment.System, Role: SystemRole.Administrator }))
        {
            return new OnlyOwnTokens();
        }

        if (!await db.Staff.AnyAsync(s => s.Body == body && s.Id == wish.For, ct))
        {
            return new NoSuchEntry();
        }

        if (wish.Unit is { } unit && !await db.Units.AnyAsync(u => u.Body == body && u.Id == unit, ct))
        {
            return new NoSuchEntry();
        }

        var held = await db.ApiTokens.CountAsync(t => t.Body == body && t.Staff == wish.For && t.RevokedAt == null && t.ExpiresAt > act.At, ct);
        return held >= settings.Value.MostOfOnePerson ? new TooManyTokens(settings.Value.MostOfOnePerson) : null;
    }
}
