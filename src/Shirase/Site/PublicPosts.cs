using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Site;

/// <summary>From a delivery to what the public may see of it.</summary>
public sealed class PublicPosts(ShiraseDb db, DrillVisibility drills)
{
    /// <summary>Everything that ever went out, exercises among it: for comparing, not for showing.</summary>
    internal IQueryable<PostDelivery> Published => db.Deliveries.AsNoTracking().Where(d => d.PublishedAt != null);

    /// <summary>What is shown. An exercise remains one when its account is connected to a platform.</summary>
    internal IQueryable<PostDelivery> Visible => drills.IsPublic
        ? Published
        : Published.Where(d => d.Channel != DrillDelivery.Channel);

    internal async Task<IReadOnlyList<PublicPost>> ReadAsync(IReadOnlyList<PostDelivery> deliveries, CancellationToken ct)
    {
        var ids = deliveries.Select(d => d.Application).Distinct().ToList();
        var applications = await db.Applications.AsNoTracking().Include(a => a.Versions).Where(a => ids.Contains(a.Id)).ToListAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().ToListAsync(ct);
        var originals = applications.Select(a => a.CorrectionOf).OfType<PostApplicationId>().ToList();
        var corrections = await db.Applications.AsNoTracking().Where(a => a.CorrectionOf != null && ids.Contains(a.CorrectionOf.Value)).Select(a => new { a.Id, Of = a.CorrectionOf!.Value }).ToListAsync(ct);
        var linked = originals.Concat(corrections.Select(c => c.Id)).ToList();
        var others = await Visible.Where(d => linked.Contains(d.Application)).ToListAsync(ct);
        var announced = await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.Target) && c.AnnouncedAt != null && c.AbandonedAt == null).ToListAsync(ct);
        return
        [
            .. deliveries.Select(d =>
            {
                var application = applications.Single(a => a.Id == d.Application);
                var corrected = corrections.Where(c => c.Of == d.Application).Select(c => c.Id).ToList();
                return PublicPost.Of(
                    d,
                    application.Versions.Single(v => v.Number == d.Version).Content,
                    accounts.Single(a => a.Id == d.Account),
                    others.Find(o => o.Application == application.CorrectionOf)?.Id,
                    others.Find(o => corrected.Contains(o.Application)),
                    announced.Find(c => c.Target == d.Application));
            }),
        ];
    }
}
