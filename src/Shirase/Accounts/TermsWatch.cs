using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// Reads the terms of every platform whose address is in the register, and compares them with what they said before. A difference is told to the
/// journal for each account there, and the regulation makes a review of it (to-2-4-b).
/// </summary>
public sealed class TermsWatch(ShiraseDb db, IFollowLinks links, RegulationLibrary library, TimeProvider clock) : IJobHandler
{
    public const string Kind = "terms-watch";

    /// <summary>The control of a regulation that asks for it.</summary>
    public const string Control = "record:terms-watch";

    /// <summary>Days between two readings; a setting of the regulation.</summary>
    public const string Rhythm = "terms-watch-days";

    public const string Changed = "account.terms-changed";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == job.Body).Select(b => b.Regulation).SingleAsync(ct);
        if (links.IsOn && own is not null && library.InForce(own, clock.GetUtcNow().JapanDay()) is { } regulation && regulation.ClauseFor(Control) is { } clause)
        {
            var due = clock.GetUtcNow() - TimeSpan.FromDays(regulation.Number(Rhythm, 7));
            foreach (var platform in await db.Platforms.AsNoTracking().Where(p => p.Body == job.Body && p.TermsAddress != "").ToListAsync(ct))
            {
                if ((await db.TermsLookOfAsync(platform.Id, ct))?.ReadAt is { } read && read > due)
                {
                    continue;
                }

                if (await links.CaptureAsync(platform.TermsAddress, ct) is { Page.Text.Length: > 0 } seen)
                {
                    await KeepAsync(platform, seen.Page, clause, ct);
                }
            }
        }

        return clock.GetUtcNow().Truncated() + Every;
    }

    private async Task KeepAsync(Platform platform, SeenPage page, string clause, CancellationToken ct)
    {
        db.Forget();
        await using var change = await db.BeginChangeAsync(platform.Body, ct);
        var now = clock.GetUtcNow().Truncated();
        var last = await db.TermsLookOfAsync(platform.Id, ct);
        if (last is not null && !last.IsOther(page.Text))
        {
            last.ReadAgain(now);
        }
        else
        {
            db.Add(new TermsLook(Guid.CreateVersion7(now), platform.Body, platform.Id, platform.TermsAddress, TermsLook.Kept(page.Text), page.Hash, now));
            foreach (var account in last is null ? [] : await db.AccountsOnAsync(platform, ct))
            {
                db.Record(platform.Body, now, Changed, $"account/{account.Id}", new { platform = platform.Id, before = last!.Hash, hash = page.Hash, clause });
            }
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }
}
