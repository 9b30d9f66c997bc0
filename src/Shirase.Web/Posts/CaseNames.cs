using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Web.Posts;

/// <summary>Names and posts of the people of a case, as they were on the day of the act.</summary>
public sealed class CaseNames(
    IReadOnlyDictionary<StaffId, Staff> staff, ILookup<StaffId, Posting> postings, IReadOnlyDictionary<UnitId, Unit> units)
{
    public static async Task<CaseNames> ReadAsync(ShiraseDb db, IEnumerable<StaffId> people, CancellationToken ct)
    {
        var ids = people.Distinct().ToList();
        var postings = await db.Postings.AsNoTracking().Where(p => ids.Contains(p.Staff)).ToListAsync(ct);
        var unitIds = postings.Select(p => p.Unit).Distinct().ToList();
        return new(
            await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct),
            postings.ToLookup(p => p.Staff),
            await db.Units.AsNoTracking().Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct));
    }

    public Localized Name(StaffId id) => staff.TryGetValue(id, out var s) ? new(s.Name, s.NameEn) : new("（登録なし）", "(not registered)");

    /// <summary>役職 on that day, or empty.</summary>
    public string Post(StaffId id, DateTimeOffset at) => PostingOn(id, at)?.Post ?? "";

    /// <summary>Name with unit and post: 「根岸 正明（前橋警察署 署長）」.</summary>
    public Localized Full(StaffId id, DateTimeOffset at)
    {
        var name = Name(id);
        if (PostingOn(id, at) is not { } p || !units.TryGetValue(p.Unit, out var unit))
        {
            return name;
        }

        return new($"{name.Ja}（{$"{unit.Name} {p.Post}".TrimEnd()}）", $"{name.En} ({$"{unit.NameEn}, {p.Post}".TrimEnd(',', ' ')})");
    }

    /// <summary>Everybody a case speaks of.</summary>
    public static IEnumerable<StaffId> Of(PostApplication application, IEnumerable<PostDelivery> deliveries, IEnumerable<ErrorReport> reports, Correction? correction = null) =>
        application.Decisions.SelectMany(d => new StaffId?[] { d.By, d.ActsFor, d.RecordedBy })
            .Concat(application.Confirmations.Select(c => (StaffId?)c.By))
            .Concat(application.Consultations.SelectMany(c => new StaffId?[] { c.OpenedBy, c.PublicRelationsBy, c.ApplicantBy }))
            .Concat(application.Versions.Select(v => (StaffId?)v.CreatedBy))
            .Concat(deliveries.SelectMany(d => new StaffId?[] { d.OrderedBy, d.RemovalBy, d.ByHandBy }))
            .Concat([correction?.FoundBy, correction?.OpenedBy, correction?.WrittenBy, correction?.AnnouncedBy])
            .Concat(reports.SelectMany(r => new StaffId?[] { r.By, r.AcknowledgedBy }))
            .Append(application.Author)
            .OfType<StaffId>();

    private Posting? PostingOn(StaffId id, DateTimeOffset at) =>
        postings[id].Where(p => p.IsOn(at.JapanDay())).OrderByDescending(p => p.IsHead).FirstOrDefault();
}
