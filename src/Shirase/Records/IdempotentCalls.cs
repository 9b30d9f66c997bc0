using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Records;

/// <summary>The answer to a call as it is kept and given again.</summary>
public sealed record CallAnswer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body);

/// <summary>What becomes of a call under a name.</summary>
public abstract record CallClaim
{
    private CallClaim()
    {
    }

    /// <summary>It is the first, or the first of them died before it did anything.</summary>
    public sealed record Begun(Guid Id, int Fence) : CallClaim;

    /// <summary>It was done; this was the answer.</summary>
    public sealed record Answered(CallAnswer Answer) : CallClaim;

    /// <summary>The name stands for another call.</summary>
    public sealed record OfAnother : CallClaim;

    /// <summary>The same call is going on.</summary>
    public sealed record Running : CallClaim;

    /// <summary>It was done, and whoever did it died before the answer was kept.</summary>
    public sealed record Lost(string Subject) : CallClaim;
}

/// <summary>Keeps calls under their names. A refused call did nothing and gives its name back.</summary>
public sealed class IdempotentCalls(ShiraseDb db, SecretVault vault)
{
    /// <param name="kept">How long a name stands for its call.</param>
    /// <param name="dead">After which a call that left neither act nor answer is taken over.</param>
    public async Task<CallClaim> BeginAsync(
        BodyId body, Guid token, string key, string fingerprint, DateTimeOffset now, TimeSpan kept, TimeSpan dead, CancellationToken ct)
    {
        var old = now - kept;
        await db.IdempotentCalls.Where(c => c.Token == token && c.BegunAt < old).ExecuteDeleteAsync(ct);
        if (await FindAsync(token, key, ct) is { } found)
        {
            return await AgainAsync(found, fingerprint, now, dead, ct);
        }

        var call = new IdempotentCall(Guid.CreateVersion7(now), body, token, key, fingerprint, now);
        db.Add(call);
        try
        {
            await db.SaveChangesAsync(ct);
            return new CallClaim.Begun(call.Id, call.Fence);
        }
        catch (DbUpdateException)
        {
            // The same call came twice in one moment, and the other was first
            db.ChangeTracker.Clear();
            return await FindAsync(token, key, ct) is { } first ? await AgainAsync(first, fingerprint, now, dead, ct) : new CallClaim.Running();
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Keeps the answer of what was done; a refused call that did nothing gives its name back.</summary>
    public async Task EndAsync(CallClaim.Begun call, CallAnswer? answer, CancellationToken ct)
    {
        var mine = db.IdempotentCalls.Where(c => c.Id == call.Id && c.Fence == call.Fence);
        if (answer is not { Status: < 400 } && await mine.Where(c => c.ActedAt == null).ExecuteDeleteAsync(ct) == 1)
        {
            return;
        }

        if (answer is not null)
        {
            var text = vault.Protect(JsonSerializer.Serialize(answer));
            await mine.ExecuteUpdateAsync(s => s.SetProperty(c => c.Answer, text), ct);
        }
    }

    private Task<IdempotentCall?> FindAsync(Guid token, string key, CancellationToken ct) =>
        db.IdempotentCalls.AsNoTracking().SingleOrDefaultAsync(c => c.Token == token && c.Key == key, ct);

    private async Task<CallClaim> AgainAsync(IdempotentCall found, string fingerprint, DateTimeOffset now, TimeSpan dead, CancellationToken ct)
    {
        if (found.Fingerprint != fingerprint)
        {
            return new CallClaim.OfAnother();
        }

        if (found.Answer is { } stored)
        {
            return vault.Open(stored) is { } text && JsonSerializer.Deserialize<CallAnswer>(text) is { } answer
                ? new CallClaim.Answered(answer)
                : new CallClaim.Lost(found.Subject);
        }

        if (found.BegunAt + dead > now)
        {
            return new CallClaim.Running();
        }

        if (found.ActedAt is not null)
        {
            return new CallClaim.Lost(found.Subject);
        }

        var taken = await db.IdempotentCalls.Where(c => c.Id == found.Id && c.Fence == found.Fence && c.ActedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Fence, c => c.Fence + 1).SetProperty(c => c.BegunAt, now), ct);
        return taken == 1 ? new CallClaim.Begun(found.Id, found.Fence + 1) : new CallClaim.Running();
    }
}

/// <summary>The call was taken over, because it was silent for too long; what it was about to do is not done.</summary>
public sealed class CallWasTakenOverException() : Exception("The call was taken over by its own repetition.");
