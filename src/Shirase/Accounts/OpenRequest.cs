using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>A request with everything it is judged by, and what the person who acts may do with it.</summary>
public sealed record OpenRequest(
    AccountRequest Request, Platform Platform, Regulation Regulation, AccountRequestRule Rule, IReadOnlyList<PlatformAssessment> Assessments, Roster Roster)
{
    /// <summary>True for those who serve in the unit today, so that they may write.</summary>
    public required bool IsOfUnit { get; init; }

    /// <summary>True for the head of the unit and registered deputies.</summary>
    public required bool IsHead { get; init; }

    /// <summary>The newest signed comparison; null before the first.</summary>
    public PlatformAssessment? Current => Assessments.Where(a => a.IsSigned).MaxBy(a => a.Number);

    /// <summary>The sheet that is being filled in, or null.</summary>
    public PlatformAssessment? Draft => Assessments.FirstOrDefault(a => !a.IsSigned);

    /// <summary>As the journal names it: the account, once there is one.</summary>
    public string Subject => Request.Account is { } account ? $"account/{account}" : $"account-request/{Request.Id}";

    /// <summary>Null when there is none in this body.</summary>
    public static async Task<OpenRequest?> FindAsync(ShiraseDb db, CaseReader reader, RegulationLibrary library, Who who, Guid id, CancellationToken ct)
    {
        var day = reader.Now.JapanDay();
        if (await db.AccountRequests.SingleOrDefaultAsync(r => r.Body == who.Body && r.Id == id, ct) is not { } request
            || library.InForce(request.Regulation, day) is not { AccountRequest: { } rule } regulation)
        {
            return null;
        }

        var roster = await reader.RosterAsync(who.Body, day, ct);
        return new(
            request, await db.Platforms.SingleAsync(p => p.Id == request.Platform, ct), regulation, rule,
            await db.PlatformAssessments.Where(a => a.Request == id).OrderBy(a => a.Number).ToListAsync(ct), roster)
        {
            IsOfUnit = await db.Postings.AsNoTracking().On(day).AnyAsync(p => p.Staff == who.Staff && p.Unit == request.Unit, ct),
            IsHead = roster.ActingFor(regulation.Slug, "unit-head", request.Unit).Contains(who.Staff),
        };
    }
}
