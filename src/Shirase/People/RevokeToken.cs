using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Ends interface tokens at once: the person himself, an administrator, or an operator on the command line.</summary>
public sealed class RevokeToken(ShiraseDb db, Rosters rosters)
{
    public async Task<Refusal?> RunAsync(Doer doer, Guid id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Body == doer.Body && t.Id == id, ct);
        if (token is null)
        {
            return new NoSuchEntry();
        }

        if (doer.Staff is { } by && by != token.Staff
            && !(await rosters.OnAsync(doer.Body, doer.Today, ct)).SeatsOf(by).Any(s => s is { Regulation: Appointment.System, Role: SystemRole.Administrator }))
        {
            return new OnlyOwnTokens();
        }

        if (token.Revoke(doer.At) is { } refusal)
        {
            return refusal;
        }

        db.Record(doer, "token.revoked", $"token/{id}", new { staff = token.Staff.Value, clause = "gx-14-1-1" });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Ends every token of a person inside a change that is going on, as when his password is set anew.</summary>
    internal static async Task AllOfAsync(ShiraseDb db, Doer doer, StaffId staff, CancellationToken ct)
    {
        foreach (var token in await db.ApiTokens.Where(t => t.Body == doer.Body && t.Staff == staff && t.RevokedAt == null).ToListAsync(ct))
        {
            token.Revoke(doer.At);
            db.Record(doer, "token.revoked", $"token/{token.Id}", new { staff = staff.Value, clause = "gx-14-1-1" });
        }
    }
}
