using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>A valid token with the person behind it as of today. Both have to allow what is done.</summary>
public sealed record TokenHolder(ApiToken Token, SignedIn Person)
{
    /// <summary>Null where the token allows the verb; an empty scope is allowed to every token.</summary>
    public Refusal? RefuseScope(string scope) => scope.Length == 0 || Token.Allows(scope) ? null : new TokenLacksScope(scope);

    /// <summary>True when cases of this unit are within the token's reach.</summary>
    public bool Reaches(UnitId unit) => Token.Unit is null || Token.Unit == unit;

    /// <summary>Refusal of what concerns the whole body, for a token that is bound to one unit.</summary>
    public Refusal? RefuseWhole() => Token.Unit is null ? null : new TokenIsOfAnotherUnit();
}

/// <summary>The token of this request; null where it came without one. Filled once, before anything runs.</summary>
public sealed class TokenAccessor
{
    public TokenHolder? Holder { get; private set; }

    public TokenHolder Required => Holder ?? throw new InvalidOperationException("The endpoint lets nobody in without a token.");

    public void Is(TokenHolder holder) => Holder = holder;
}

/// <summary>Opens tokens: the one place for HTTP and the command line.</summary>
public sealed class TokenHolders(ShiraseDb db, WhoIsSignedIn who, TimeProvider clock)
{
    /// <summary>Who holds the token and may use it now, or why it opens nothing. The use of one that is over is told to the journal.</summary>
    public async Task<Result<TokenHolder>> OpenAsync(string? clear, CancellationToken ct)
    {
        if (clear is not { Length: > 0 and < 200 } || !clear.StartsWith(ApiToken.Prefix, StringComparison.Ordinal))
        {
            return new TokenIsUnknown();
        }

        var hash = ApiToken.HashOf(clear);
        var token = await db.ApiTokens.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, ct);
        if (token is null)
        {
            return new TokenIsUnknown();
        }

        var now = clock.GetUtcNow().Truncated();
        if (token.StateAt(now) is not TokenState.Valid and var state)
        {
            await NoteRefusalAsync(token, state.ToString().ToLowerInvariant(), now, ct);
            return state == TokenState.Revoked ? new TokenIsRevoked() : new TokenIsExpired();
        }

        if (await who.ReadAsync(token.Staff, ct) is not { } person)
        {
            await NoteRefusalAsync(token, "holder-gone", now, ct);
            return new TokenHolderIsGone();
        }

        if (!token.IsUseNoted(now))
        {
            await db.ApiTokens.IgnoreQueryFilters().Where(t => t.Id == token.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedAt, now), ct);
        }

        return new TokenHolder(token, person);
    }

    private async Task NoteRefusalAsync(ApiToken token, string because, DateTimeOffset now, CancellationToken ct)
    {
        // First without the body's lock: whoever hammers with a dead token must not keep the others waiting
        if (token.IsRefusalNoted(now))
        {
            return;
        }

        await using var change = await db.BeginChangeAsync(token.Body, ct);
        var stored = await db.ApiTokens.IgnoreQueryFilters().SingleAsync(t => t.Id == token.Id, ct);
        if (stored.IsRefusalNoted(now))
        {
            return;
        }

        stored.NoteRefusal(now);
        db.Record(token.Body, now, "token.refused", $"token/{token.Id}", new { because, staff = token.Staff.Value, clause = "gx-14-1-1" });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }
}
