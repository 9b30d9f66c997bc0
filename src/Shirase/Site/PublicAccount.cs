using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Storage;

namespace Shirase.Site;

/// <summary>An official account as residents may know it (gx-4-1); never its secrets or its keepers.</summary>
/// <param name="Id">Key of the account, by which its policy is found.</param>
/// <param name="Handle">Without @.</param>
/// <param name="Channel">Name of the service.</param>
/// <param name="Profile">Where it can be seen, or null when the service has no such page.</param>
/// <param name="StoppedOn">Since when it is stopped or given up (Japan's day), or null.</param>
/// <param name="IsDrill">True for a practice account; there are none outside the sample installation.</param>
public sealed record PublicAccount(
    Guid Id, string Name, string Handle, string Channel, Uri? Profile, DateOnly Since, AccountState State, DateOnly? StoppedOn, bool IsDrill);

/// <summary>
/// The official accounts of the open body. A practice account becomes official when it is connected to a platform, and one in preparation when its
/// use starts.
/// </summary>
public sealed class PublicAccounts(ShiraseDb db, ChannelSet channels, DrillVisibility drills)
{
    public async Task<IReadOnlyList<PublicAccount>> AllAsync(CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Since).ThenBy(a => a.Handle).ToListAsync(ct);
        return [.. accounts.Where(a => !a.IsPreparing && (drills.IsPublic || !a.IsDrill)).Select(ToPublic)];
    }

    /// <summary>One of them, or one in preparation, whose policy has to be read before its use starts; null for any other.</summary>
    public async Task<PublicAccount?> FindAsync(Guid id, CancellationToken ct)
    {
        var key = new AccountId(id);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is { } account && (drills.IsPublic || !account.IsDrill)
            ? ToPublic(account) : null;
    }

    private PublicAccount ToPublic(OfficialAccount a) => new(
        a.Id.Value,
        a.DisplayName,
        a.Handle,
        a.Channel,
        (channels.Find(a.Channel) as IShowAccounts)?.ProfileOf(a.Body, a.Handle, a.Service is null ? null : new Uri(a.Service)),
        a.Since,
        a.State,
        a.EndedOn ?? a.StoppedAt?.JapanDay(),
        a.IsDrill);
}
