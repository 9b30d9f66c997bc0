using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>当方の変更として記録: somebody of ours changed the profile, and says why (ok-4-6-a, to-7-1-a-1).</summary>
public sealed class OwnProfileChange(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    public async Task<Refusal?> RunAsync(Who who, AccountId id, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, act.At.JapanDay()) is not { } regulation)
        {
            return new NoSuchAccount();
        }

        var clause = regulation.ClauseFor("verb:own-profile-change");
        if (!KeepPolicyDocument.Sits(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct), who.Staff, account, Knowing))
        {
            return new NotYoursToOwnProfile(clause);
        }

        if (await db.ProfileLooks.SingleOrDefaultAsync(l => l.Id == id, ct) is not { } look)
        {
            return new ProfileChangeIsSettled();
        }

        if (look.Own(act, clause) is { } refusal)
        {
            return refusal;
        }

        db.Record(who.Body, act, "account.profile-change-owned", $"account/{id}", new { clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Those who may say whose change it was.</summary>
    public static IReadOnlyList<string> Knowing { get; } = ["operation-officer", "operation-manager"];
}

public sealed record NotYoursToOwnProfile(string? By) : Refusal(new Localized(
    "プロフィールの変更を記録するのは、運用責任者又は運用管理者（代決者を含む。）です。", "Only the operation officer or the manager, or a deputy, records a change of the profile."), By);
