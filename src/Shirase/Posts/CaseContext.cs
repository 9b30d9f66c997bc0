using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>What the rules of time and standing instructions say about a case at this moment.</summary>
public sealed class CaseContext(ShiraseDb db)
{
    public static LeadTime LeadOf(Regulation regulation, PostContent content) => new(
        content.DesiredAt?.JapanDay(),
        regulation.Number("lead-days", 0),
        regulation.Number("short-notice-reason-min", 0));

    public async Task<RouteContext> OfAsync(OpenCase open, DateTimeOffset now, CancellationToken ct)
    {
        var order = await db.StandingOrders.AsNoTracking()
            .Where(o => o.Body == open.Application.Body && o.Regulation == open.Regulation.Slug && o.From <= now && (o.To == null || o.To > now))
            .OrderByDescending(o => o.From).FirstOrDefaultAsync(ct);
        return new(LeadOf(open.Regulation, open.Application.Current.Content), order is null ? null : new(order.By, order.Text))
        {
            Units = open.Related.ToDictionary(u => u.Id, u => new Localized(u.Name, u.NameEn)),
        };
    }

    /// <summary>The end of the next working day, by which what was said by telephone is confirmed.</summary>
    public static DateTimeOffset CountersignDue(Regulation regulation, DateTimeOffset now)
    {
        var window = regulation.Windows.Count > 0 ? regulation.Windows[0] : null;
        var day = now.JapanDay();
        for (var left = regulation.Number("telephone-confirm", 1); left > 0;)
        {
            day = day.AddDays(1);
            if (window is null || window.IsOpenOn(day))
            {
                left--;
            }
        }

        return JapanTime.StartOf(day.AddDays(1)).AddSeconds(-1).ToUniversalTime();
    }

    /// <summary>The next file number of the unit in the year (整理番号).</summary>
    public async Task<string> NextNumberAsync(OpenCase open, DateTimeOffset now, CancellationToken ct)
    {
        var year = now.JapanDay().Year;
        var serial = await db.Serials.SingleOrDefaultAsync(
            s => s.Body == open.Application.Body && s.Unit == open.Unit.Id && s.Year == year, ct);
        if (serial is null)
        {
            serial = new Serial(open.Application.Body, open.Unit.Id, year, 0);
            db.Add(serial);
        }

        return $"{open.Unit.Mark}-{year}-{serial.Next():0000}";
    }
}
