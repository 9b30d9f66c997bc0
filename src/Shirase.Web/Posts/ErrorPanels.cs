using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Posts;

/// <summary>Reads what the panel of a wrong post shows.</summary>
public sealed class ErrorPanels(ShiraseDb db, CaseFiles cases)
{
    /// <summary>Most notices that are listed. Ours.</summary>
    private const int MostTold = 200;

    /// <summary>Kinds of notices that belong to an error, as prefixes.</summary>
    private static readonly string[] Kinds =
    [
        "error.reported", "error.closed", "delivery.removed", "delivery.removed-by-hand", "delivery.removal-failed", "delivery.gone",
        "reminder.removal", "reminder.still-standing", "correction.asked", "correction.to-announce", "correction.announced",
    ];

    /// <summary>Null where nothing of the case was ever on its way to the public.</summary>
    public async Task<ErrorPanel?> OpenAsync(Guid id, CancellationToken ct)
    {
        db.Forget();
        var key = new PostApplicationId(id);
        var deliveries = await db.Deliveries.AsNoTracking().Where(d => d.Application == key).OrderBy(d => d.OrderedAt).ToListAsync(ct);
        var sent = deliveries.Where(d => d.PublishedAt is not null || d.State is DeliveryState.Sending or DeliveryState.Unknown or DeliveryState.Removing or DeliveryState.Removed).ToList();
        if (sent.Count == 0)
        {
            return null;
        }

        if (await cases.OpenAsync(id, ct) is not { } file)
        {
            return await OutsideAsync(key, sent, ct);
        }

        var correction = file.Error.Correction;
        var correcting = correction?.Application is { } there
            ? await db.Applications.AsNoTracking().Include(a => a.Versions).Include(a => a.Decisions).SingleAsync(a => a.Id == there, ct)
            : null;
        var notices = await db.Notices.AsNoTracking().Where(n => n.About == key && Kinds.Contains(n.Kind)).OrderByDescending(n => n.At).Take(MostTold).ToListAsync(ct);
        var announcers = Correcting.Announcers(file.Open).Distinct().ToList();
        var names = await CaseNames.ReadAsync(db,
            [.. notices.Select(n => n.To), .. announcers, .. CaseNames.Of(file.Application, deliveries, file.ErrorReports, correction)], ct);
        return new()
        {
            File = file,
            Id = key,
            Title = $"{file.Application.Number} {file.Content.Title}".Trim(),
            Sent = sent,
            Course = file.Error,
            Correcting = correcting,
            NoticeText = correction is null ? null : await NoticeAsync(correction, file, sent, ct),
            NoticeAddress = correction?.AnnouncedAt is null ? null : $"/site/{file.Application.Body}/notices/{correction.NoticeId}",
            Told =
            [
                .. notices.GroupBy(n => (n.Kind, n.At)).OrderByDescending(g => g.Key.At)
                    .Select(g => new ToldLine(g.Key.Kind, g.Key.At, [.. g.Select(n => (names.Name(n.To), n.ReadAt is not null)).OrderBy(p => p.Item1.Ja, StringComparer.Ordinal)])),
            ],
            Announcers = [.. announcers.Where(a => a != correction?.WrittenBy).Select(names.Name)],
            Now = file.Now,
            Names = names,
        };
    }

    // Words that the public can read anyway; nothing of the case (gx-13-3-2)
    private async Task<ErrorPanel?> OutsideAsync(PostApplicationId id, List<PostDelivery> sent, CancellationToken ct)
    {
        var standing = sent.Where(d => d.State == DeliveryState.Published).ToList();
        if (standing.Count == 0)
        {
            return null;
        }

        var application = await db.Applications.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.Id == id, ct);
        var own = await db.ErrorReports.AsNoTracking().Where(r => r.Application == id && r.By == cases.Who.Staff).ToListAsync(ct);
        return new()
        {
            Id = id,
            Title = application.Versions.Single(v => v.Number == standing[^1].Version).Content.Title,
            Sent = standing,
            Course = new(own, standing, null, []),
            Now = cases.Now,
            Names = await CaseNames.ReadAsync(db, [cases.Who.Staff], ct),
        };
    }

    private async Task<string> NoticeAsync(Correction correction, CaseFile file, IReadOnlyList<PostDelivery> sent, CancellationToken ct) =>
        correction.AnnouncedAt is not null
            && await db.WebsiteNotices.AsNoTracking().Where(n => n.Id == correction.NoticeId).Select(n => n.Text).SingleOrDefaultAsync(ct) is { } standing
            ? standing
            : CorrectionText.Notice(correction, file.Content.Title, [.. sent.Select(d => (d, file.Accounts[d.Account]))]);
}
