using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Incidents;

/// <summary>Reads what the page of incidents shows.</summary>
public sealed class IncidentsReader(ShiraseDb db, ResumeAccount resume, IWebsiteAddresses site)
{
    /// <summary>Most lines of each list. Ours.</summary>
    private const int Most = 100;

    public async Task<IncidentsView> ReadAsync(SignedIn person, DateTimeOffset now, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        var stops = await db.AccountStops.AsNoTracking().OrderByDescending(s => s.At).Take(Most).ToListAsync(ct);
        var ids = stops.Select(s => s.Id).ToList();
        var proofs = await db.PageProofs.AsNoTracking().Where(p => ids.Contains(p.Subject)).ToListAsync(ct);
        var foreign = await db.ForeignPosts.AsNoTracking().OrderByDescending(f => f.OwnedAt == null).ThenByDescending(f => f.SeenAt).Take(Most).ToListAsync(ct);
        var gone = await db.Deliveries.AsNoTracking().Where(d => d.SeenGoneAt != null && d.State == DeliveryState.Published).OrderByDescending(d => d.SeenGoneAt).Take(Most).ToListAsync(ct);
        var lines = new List<StopLine>();
        foreach (var stop in stops)
        {
            var account = accounts[stop.Account];
            lines.Add(new(stop, account, proofs.SingleOrDefault(p => p.Id == stop.Notice), proofs.SingleOrDefault(p => p.Id == stop.ResumeNotice), stop.IsOverdue(now))
            {
                // Deriving the mark is slow, so only where it matters
                IsRenewed = stop.IsInForce && account.State == AccountState.Stopped && resume.IsRenewed(account, stop),
                NeedsWord = resume.NeedsWord(account),
                Offered = await OfferedAsync(stop, stop.IsEnd ? Told.End : Told.Stop, ct),
                ResumeOffered = await OfferedAsync(stop, Told.Resumption, ct),
            });
        }

        return new()
        {
            Open = [.. lines.Where(l => IsOpen(l))],
            Past = [.. lines.Where(l => !IsOpen(l))],
            Foreign = [.. foreign.Select(f => (f, accounts[f.Account]))],
            Gone = [.. gone.Select(d => (d, accounts[d.Account]))],
            Names = await CaseNames.ReadAsync(
                db, stops.SelectMany(s => new[] { s.By, s.ResumeAskedBy, s.ResumedBy, s.PasswordBy }).Concat(foreign.Select(f => f.OwnedBy)).OfType<StaffId>(), ct),
            Asks = [.. accounts.Values.Where(a => a.State == AccountState.Active && !person.Sits(a.Regulation, "operation-manager") && AskForStop.Asking.Any(r => person.Sits(a.Regulation, r))).OrderBy(a => a.Handle, StringComparer.Ordinal)],
            Manages = Sits(person, "operation-manager"),
            Answers = Sits(person, "operation-manager") || Sits(person, "operation-officer"),
            Announces = StopNotices.Seeing.Any(r => Sits(person, r)),
            Me = person.Staff,
        };
    }

    // A stop that was followed by the end of the account waits for nothing more
    private static bool IsOpen(StopLine line) => line.Stop.IsEnd ? line.Stop.OwesNotice : line.Stop.IsInForce && line.Account.State == AccountState.Stopped;

    private static bool Sits(SignedIn person, string role) => person.Seats.Any(s => s.Role == role);

    private async Task<string> OfferedAsync(AccountStop stop, Told told, CancellationToken ct)
    {
        var id = StopNotices.NoticeId(stop, told);
        return await db.WebsiteNotices.AnyAsync(n => n.Id == id && n.RemovedAt == null, ct) ? site.OfNotice(stop.Body, id).ToString() : "";
    }
}

/// <summary>One stop or end with its proofs.</summary>
public sealed record StopLine(AccountStop Stop, OfficialAccount Account, PageProof? Notice, PageProof? Resumption, bool IsOverdue)
{
    public bool IsRenewed { get; init; }

    /// <summary>True where somebody has to record that the password was changed.</summary>
    public bool NeedsWord { get; init; }

    /// <summary>Address of the notice that was published in this system, or empty.</summary>
    public string Offered { get; init; } = "";

    public string ResumeOffered { get; init; } = "";

    public bool MayBeAsked => IsRenewed && !Stop.OwesNotice && Stop.ResumeNotice is not null;
}

/// <summary>The form by which one notice is published and proved.</summary>
public sealed record NoticeForm(StopLine Line, Told Told, string Offered);

/// <summary>The page of incidents for one person.</summary>
public sealed record IncidentsView
{
    public required IReadOnlyList<StopLine> Open { get; init; }

    public required IReadOnlyList<StopLine> Past { get; init; }

    public required IReadOnlyList<(ForeignPost Post, OfficialAccount Account)> Foreign { get; init; }

    public required IReadOnlyList<(PostDelivery Delivery, OfficialAccount Account)> Gone { get; init; }

    public required CaseNames Names { get; init; }

    /// <summary>Accounts whose stop the person may ask for and not order himself (gx-3-1-b-1).</summary>
    public IReadOnlyList<OfficialAccount> Asks { get; init; } = [];

    public bool Manages { get; init; }

    public bool Answers { get; init; }

    public bool Announces { get; init; }

    public StaffId Me { get; init; }
}
