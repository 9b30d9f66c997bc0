using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>A transfer (異動) from a day on. Roles follow on that day at 00:00 in Japan, without anybody having to do anything then.</summary>
public sealed class TransferStaff(ShiraseDb db, Postings postings)
{
    public async Task<Refusal?> RunAsync(Doer doer, StaffId staff, PostingFacts to, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var refusal = await EnterAsync(doer, staff, to, ct);
        if (refusal is null)
        {
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
        }

        return refusal;
    }

    /// <summary>Ends service (退職・転出): every posting, appointment and deputy entry ends on the last day.</summary>
    public async Task<Refusal?> LeaveAsync(Doer doer, StaffId staff, DateOnly last, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (!await db.Staff.AnyAsync(s => s.Body == doer.Body && s.Id == staff, ct))
        {
            return new NoSuchEntry();
        }

        await postings.LeaveAsync(doer, staff, last, ct);
        foreach (var a in (await postings.AppointmentsAsync(doer.Body, ct)).Where(a => a.Staff == staff && (a.To is null || a.To > last)))
        {
            postings.End(doer, a, last);
        }

        db.Record(doer, "staff.left", $"staff/{staff}", new { last });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>The transfer without its transaction, for imports.</summary>
    internal async Task<Refusal?> EnterAsync(Doer doer, StaffId staff, PostingFacts to, CancellationToken ct)
    {
        if (!await db.Staff.AnyAsync(s => s.Body == doer.Body && s.Id == staff, ct))
        {
            return new NoSuchEntry();
        }

        if (await postings.EnterAsync(doer, staff, to, ct) is { } refusal)
        {
            return refusal;
        }

        db.Record(doer, "staff.transferred", $"staff/{staff}", new { unit = to.Unit.Value, from = to.From });
        return null;
    }
}
