using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>The manager's standing instruction, given and ended by the manager (gx-12-3-1).</summary>
public sealed class StandingOrders(ShiraseDb db, CaseReader reader)
{
    public async Task<Refusal?> GiveAsync(Who who, string regulation, string text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Drafting.MaxField)
        {
            return new ReasonNeeded("gx-12-3-1");
        }

        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await IsManagerAsync(who, regulation, act.At, ct) is { } refusal)
        {
            return refusal;
        }

        await EndRunningAsync(who.Body, regulation, act.At, ct);
        var order = new StandingOrder(Guid.CreateVersion7(act.At), who.Body, regulation, who.Staff, text.Trim(), act.At);
        db.Add(order);
        db.Record(who.Body, act, "standing-order.given", $"standing-order/{order.Id}", new { clause = "gx-12-3-1" });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    public async Task<Refusal?> EndAsync(Who who, string regulation, CancellationToken ct)
    {
        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await IsManagerAsync(who, regulation, act.At, ct) is { } refusal)
        {
            return refusal;
        }

        await EndRunningAsync(who.Body, regulation, act.At, ct);
        db.Record(who.Body, act, "standing-order.ended", $"regulation/{regulation}", new { clause = "gx-12-3-1" });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task EndRunningAsync(BodyId body, string regulation, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var running in await db.StandingOrders.Where(o => o.Body == body && o.Regulation == regulation && o.To == null).ToListAsync(ct))
        {
            running.EndAt(at);
        }
    }

    private async Task<Refusal?> IsManagerAsync(Who who, string regulation, DateTimeOffset at, CancellationToken ct)
    {
        var roster = await reader.RosterAsync(who.Body, at.JapanDay(), ct);
        return roster.SeatsOf(who.Staff).Any(s => s.Regulation == regulation && s.Role == "operation-manager")
            ? null
            : new OnlyTheManagerInstructs();
    }
}

public sealed record OnlyTheManagerInstructs() : Refusal(new Localized(
    "常時の指示は運用管理者が出します。", "Only the operation manager gives standing instructions."), "gx-12-3-1");
