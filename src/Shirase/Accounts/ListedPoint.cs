using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// The point of the procedure that an account stands on the list of the official website (ok-4-5-a): done when the system saw it there. A
/// person's word counts only where the list cannot be read.
/// </summary>
public sealed class ListedPoint(ShiraseDb db, IReadPages pages)
{
    public const string Point = "listed";

    public static bool IsAsked(Regulation regulation) => regulation.AccountPoints.Any(p => p.Id == Point) && regulation.ClauseFor("verb:prove-listing") is not null;

    /// <summary>Why the point is not confirmed by hand now; null where it was before, or where nobody can read the list. Never called inside a transaction.</summary>
    public async Task<Refusal?> RefuseAsync(OfficialAccount account, Regulation regulation, PolicyFacts? before, PolicyFacts facts, CancellationToken ct)
    {
        if (!IsAsked(regulation) || !facts.Points.ContainsKey(Point) || before?.Points.ContainsKey(Point) == true
            || await db.ProofAsync(account.Id.Value, Told.Listing, ct) is not null)
        {
            return null;
        }

        // One page lists all accounts of the body; before any of them was proved nobody has said which page it is
        var address = await db.PageProofs.AsNoTracking().Where(p => p.Body == account.Body && p.Told == Told.Listing).OrderByDescending(p => p.At).Select(p => p.Address).FirstOrDefaultAsync(ct);
        if (address is null)
        {
            return null;
        }

        try
        {
            var operators = await db.Bodies.AsNoTracking().Where(b => b.Id == account.Body).Select(b => b.Name).SingleAsync(ct);
            return await pages.ReadAsync(new(address), ct) is { Status: 200 } page && WebsiteComparison.ListingLacks(page.Text, account, operators) is { Count: > 0 } missing
                ? new ListLacks(missing, regulation.ClauseFor("verb:prove-listing"))
                : null;
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }

    /// <summary>Confirms the point within a change that is open already, because the list was seen; the caller saves.</summary>
    public async Task CloseAsync(OfficialAccount account, Regulation regulation, Act act, CancellationToken ct)
    {
        var before = await db.PolicyOfAsync(account.Id, ct);
        var facts = before?.Facts() ?? new();
        if (!IsAsked(regulation) || facts.Points.ContainsKey(Point))
        {
            return;
        }

        var points = new SortedDictionary<string, DateOnly>(facts.Points.ToDictionary(), StringComparer.Ordinal) { [Point] = act.At.JapanDay() };
        var next = PublishedPolicy.Next(account, before, facts with { Points = points }, before?.Number ?? 0, act with { Why = "一覧への掲載をシステムが確かめたため" }, regulation);
        if (next.IsDone)
        {
            db.Add(next.Value!);
            db.Record(account.Body, act with { Why = null }, "policy.entered", $"account/{account.Id}", new
            {
                number = next.Value!.Number,
                changed = new[] { nameof(PolicyFacts.Points) },
                open = PublishedPolicy.Open(next.Value.Facts(), regulation).Select(o => o.Id),
                clause = regulation.ClauseFor("verb:prove-listing"),
            });
        }
    }
}
