using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Text.Links;
using Shirase.Storage;

namespace Shirase.Text.Links;

/// <summary>Follows the links of messages and keeps what was seen, so that filing, deciding and sending judge by the same look.</summary>
public sealed class LookingAtLinks(ShiraseDb db, IFollowLinks follower, IOptions<LinkLookOptions> options, TimeProvider clock)
{
    // Several servers may be slow at the same time
    private const int AtOnce = 4;

    /// <summary>True where links are followed at all.</summary>
    public bool IsOn => follower.IsOn;

    /// <summary>Follows what was not looked at lately. Calls servers elsewhere: never inside a transaction.</summary>
    public async Task LookAsync(BodyId body, IEnumerable<string> addresses, CancellationToken ct)
    {
        var asked = addresses.Distinct(StringComparer.Ordinal).Take(options.Value.MaxOfMessage).ToList();
        if (!IsOn || asked.Count == 0)
        {
            return;
        }

        var since = clock.GetUtcNow() - options.Value.Keep;
        var fresh = (await LooksAsync(body, asked, ct)).Where(l => l.At > since).Select(l => l.Address).ToHashSet(StringComparer.Ordinal);
        var trails = await FollowAsync(asked.Where(a => !fresh.Contains(a)), ct);
        if (trails.Count > 0)
        {
            await using var change = await db.BeginChangeAsync(body, ct);
            await KeepAsync(body, trails, ct);
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What is known of these links, by address.</summary>
    public async Task<IReadOnlyDictionary<string, LinkTrail>> KnownAsync(BodyId body, IReadOnlyList<string> addresses, CancellationToken ct) =>
        addresses.Count == 0 || !IsOn
            ? new Dictionary<string, LinkTrail>(StringComparer.Ordinal)
            : (await LooksAsync(body, addresses, ct)).ToDictionary(l => l.Address, l => l.Trail, StringComparer.Ordinal);

    /// <summary>Follows links, some at a time.</summary>
    internal async Task<IReadOnlyList<LinkTrail>> FollowAsync(IEnumerable<string> addresses, CancellationToken ct)
    {
        var trails = new List<LinkTrail>();
        foreach (var some in addresses.Chunk(AtOnce))
        {
            trails.AddRange(await Task.WhenAll(some.Select(a => follower.FollowAsync(a, ct))));
        }

        return trails;
    }

    /// <summary>Keeps looks within a change that is open already.</summary>
    internal async Task<IReadOnlyList<LinkLook>> KeepAsync(BodyId body, IReadOnlyList<LinkTrail> trails, CancellationToken ct)
    {
        var ids = trails.Select(t => LinkLook.IdOf(body, t.Address)).ToList();
        var known = await db.LinkLooks.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Address, StringComparer.Ordinal, ct);
        var now = clock.GetUtcNow().Truncated();
        foreach (var trail in trails)
        {
            if (!known.TryGetValue(trail.Address, out var look))
            {
                known[trail.Address] = look = new LinkLook(LinkLook.IdOf(body, trail.Address), body, trail.Address, now);
                db.Add(look);
            }

            look.Saw(trail, now);
        }

        return [.. known.Values];
    }

    private async Task<IReadOnlyList<LinkLook>> LooksAsync(BodyId body, IReadOnlyList<string> addresses, CancellationToken ct)
    {
        var ids = addresses.Select(a => LinkLook.IdOf(body, a)).ToList();
        return await db.LinkLooks.AsNoTracking().Where(l => ids.Contains(l.Id)).ToListAsync(ct);
    }
}

/// <summary>Where a program registers no follower: nothing is followed.</summary>
internal sealed class NoLinksFollowed : IFollowLinks
{
    public Task<(LinkTrail Trail, SeenPage Page)?> CaptureAsync(string address, CancellationToken ct) => Task.FromResult<(LinkTrail, SeenPage)?>(null);

    public bool IsOn => false;

    public Task<LinkTrail> FollowAsync(string address, CancellationToken ct) => throw new NotSupportedException("This program follows no links.");
}
