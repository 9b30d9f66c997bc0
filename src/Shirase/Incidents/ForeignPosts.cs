using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>What becomes of posts that were not sent from here.</summary>
public sealed class ForeignPosts(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>Those who may say whose post it was.</summary>
    private static readonly string[] Knowing = ["operation-officer", "operation-manager"];

    /// <summary>当方の投稿として記録, with the reason.</summary>
    public async Task<Refusal?> OwnAsync(Who who, Guid id, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await db.ForeignPosts.SingleOrDefaultAsync(f => f.Body == who.Body && f.Id == id, ct) is not { } post)
        {
            return new NoSuchForeignPost();
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == post.Account, ct);
        var clause = library.InForce(account.Regulation, act.At.JapanDay())?.ClauseFor("record:foreign-posts");
        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (!Knowing.Any(r => roster.ActingFor(account.Regulation, r, account.Owner).Contains(who.Staff)))
        {
            return new NotYoursToOwn(clause);
        }

        if (post.Own(act, clause) is { } refusal)
        {
            return refusal;
        }

        db.Record(who.Body, act, "account.foreign-post-owned", $"account/{post.Account}", new { foreign = post.Id, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record NotYoursToOwn(string? By) : Refusal(new Localized(
    "だれの投稿かを記録するのは、運用責任者又は運用管理者（代決者を含む。）です。", "Only the operation officer or the manager, or a deputy, records whose post it was."), By);
