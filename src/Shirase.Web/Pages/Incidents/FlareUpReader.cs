using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.Storage;
using Shirase.Web.Posts;

namespace Shirase.Web.Pages.Incidents;

/// <summary>Reads what the room of a flare-up shows.</summary>
public sealed class FlareUpReader(ShiraseDb db, FlareUpRooms rooms)
{
    /// <summary>Most cases of each list. Ours.</summary>
    private const int Most = 100;

    public async Task<FlareUpView?> ReadAsync(BodyId body, StaffId me, AccountId account, CancellationToken ct)
    {
        if (await rooms.FindAsync(body, account, ct) is not { } room)
        {
            return null;
        }

        var past = await db.FlareUps.AsNoTracking().Where(f => f.Account == account && f.EndedAt != null).OrderByDescending(f => f.At).Take(Most).ToListAsync(ct);
        var of = room.FlareUp?.Id ?? Guid.Empty;
        var entries = await db.FlareUpEntries.AsNoTracking().Where(e => e.FlareUp == of).OrderByDescending(e => e.At).ToListAsync(ct);
        var texts = room.FlareUp is null ? [] : await LinesAsync(await CasesAsync(a => a.FlareUp == of, ct), room, entries, ct);
        var waiting = room.FlareUp is null ? [] : await LinesAsync(
            [.. (await CasesAsync(a => a.Body == body && a.State == ApplicationState.ReadyToPublish && a.FlareUp == null, ct)).Where(a => a.Current.Content.Accounts.Contains(account.Value))],
            room, entries, ct);
        var sent = texts.Where(t => t.SentAt is not null).ToList();
        return new()
        {
            Room = room,
            Standing = room.FlareUp is { } open
                ? FlareUpStanding.Of(open, room.Rule, sent.Max(t => t.SentAt), sent.Where(t => t.Case.FlareUpKind != FlareUpRule.Holding).Max(t => t.SentAt), rooms.Now)
                : null,
            Now = rooms.Now,
            Entries = entries,
            Texts = texts,
            Waiting = waiting,
            Past = past,
            Names = await CaseNames.ReadAsync(
                db, past.Append(room.FlareUp).OfType<FlareUp>().SelectMany(f => new[] { f.By, f.DecidedBy, f.EndedBy }).OfType<StaffId>()
                    .Concat(entries.Select(e => e.By)).Concat(texts.Concat(waiting).SelectMany(t => t.Approvals.Select(d => d.By))), ct),
            Declares = room.Declares(me),
            Decides = room.Decides(me),
            Sentences = room.Rule.HasHolding ? Sentences(room.Regulation) : [],
        };
    }

    // What the head confirms with the document's words: both lists of the ordinary path
    private static IReadOnlyList<Attestation> Sentences(Regulation regulation)
    {
        var route = regulation.Routes.First(r => r.Grounds.Count == 0);
        return [.. regulation.Attestations.Where(a => a.Step == "application" || a.Step == route.Steps[0].Id)];
    }

    private Task<List<PostApplication>> CasesAsync(System.Linq.Expressions.Expression<Func<PostApplication, bool>> which, CancellationToken ct) =>
        db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions).Where(which).OrderByDescending(a => a.ChangedAt).Take(Most).ToListAsync(ct);

    private async Task<IReadOnlyList<FlareUpLine>> LinesAsync(IReadOnlyList<PostApplication> cases, FlareUpRoom room, IReadOnlyList<FlareUpEntry> entries, CancellationToken ct)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var account = room.Account.Id;
        var deliveries = (await db.Deliveries.AsNoTracking().Where(d => d.Account == account && ids.Contains(d.Application)).ToListAsync(ct)).ToLookup(d => d.Application);
        return [.. cases.Select(c => new FlareUpLine(c, [.. c.StandingApprovals()], deliveries[c.Id].MaxBy(d => d.OrderedAt), [.. entries.Where(e => e.Application == c.Id && e.Hash == c.Current.Hash)]))];
    }
}

/// <summary>One case in the room.</summary>
/// <param name="Delivery">The newest to the account of the room, or null.</param>
/// <param name="Entries">What was entered about its present text.</param>
public sealed record FlareUpLine(PostApplication Case, IReadOnlyList<Decision> Approvals, PostDelivery? Delivery, IReadOnlyList<FlareUpEntry> Entries)
{
    public DateTimeOffset? SentAt => Delivery?.PublishedAt;

    public bool Has(FlareUpEntryKind kind) => Entries.Any(e => e.Kind == kind);

    public bool IsHeld => Delivery?.State == DeliveryState.Held;

    /// <summary>True for what is approved and has not gone out.</summary>
    public bool Waits => Case.State == ApplicationState.ReadyToPublish;
}

/// <summary>The room for one person.</summary>
public sealed record FlareUpView
{
    public required FlareUpRoom Room { get; init; }

    /// <summary>Null while nothing is declared.</summary>
    public required FlareUpStanding? Standing { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required IReadOnlyList<FlareUpEntry> Entries { get; init; }

    public required IReadOnlyList<FlareUpLine> Texts { get; init; }

    public required IReadOnlyList<FlareUpLine> Waiting { get; init; }

    public required IReadOnlyList<FlareUp> Past { get; init; }

    public required CaseNames Names { get; init; }

    public required bool Declares { get; init; }

    public required bool Decides { get; init; }

    public required IReadOnlyList<Attestation> Sentences { get; init; }
}
