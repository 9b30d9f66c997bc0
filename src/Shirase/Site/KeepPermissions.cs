using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Site;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Site;

/// <summary>The register of permissions (利用許可の台帳, gx-p-5-1): entered by whoever takes the request, decided by the officer or the manager.</summary>
public sealed class KeepPermissions(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>The control of a regulation that asks for the register.</summary>
    public const string Control = "record:permissions";

    public async Task<Result<Guid>> AskAsync(Who who, string? applicant, string? way, string? content, string? purpose, CancellationToken ct)
    {
        if (Entries.Refuse(applicant, way, content, purpose) is { } tooLong)
        {
            return tooLong;
        }

        if (string.IsNullOrWhiteSpace(applicant) || string.IsNullOrWhiteSpace(content) || string.IsNullOrWhiteSpace(purpose))
        {
            return new PermissionIsIncomplete();
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var request = new PermissionRequest(Guid.CreateVersion7(act.At), who.Body, applicant.Trim(), way?.Trim() ?? "", content.Trim(), purpose.Trim(), who.Staff, act.At);
        db.Add(request);
        db.Record(who.Body, act, "permission.asked", $"permission/{request.Id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return request.Id;
    }

    /// <param name="words">Conditions of the permission, or why it is declined.</param>
    public async Task<Refusal?> DecideAsync(Who who, Guid id, bool grants, string? words, CancellationToken ct)
    {
        if (Entries.Refuse(words) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, grants ? null : words?.Trim());
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == who.Body).Select(b => b.Regulation).SingleAsync(ct);
        var regulation = slug is null ? null : library.InForce(slug, act.At.JapanDay());
        var clause = regulation?.ClauseFor(Control);
        if (regulation is null || !(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct)).SeatsOf(who.Staff)
            .Any(s => s.Regulation == regulation.Slug && s.Role is "operation-officer" or "operation-manager"))
        {
            return new OnlyWhoAnswersPermits(regulation?.Role("operation-manager")?.Name ?? new("運用管理者", "the operation manager"), clause);
        }

        if (await db.PermissionRequests.SingleOrDefaultAsync(p => p.Body == who.Body && p.Id == id, ct) is not { } request)
        {
            return new NoSuchEntry();
        }

        if ((grants ? request.Grant(act, words ?? "", clause) : request.Decline(act, clause)) is { } refusal)
        {
            return refusal;
        }

        db.Record(who.Body, act with { Why = null }, grants ? "permission.granted" : "permission.declined", $"permission/{id}", new { clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record PermissionIsIncomplete() : Refusal(new Localized(
    "申出をした人、利用したい内容、目的を入力してください。", "Enter who asks, what is to be used, and what for."));

public sealed record OnlyWhoAnswersPermits(Localized Role, string? By) : Refusal(new Localized(
    $"利用を許可するのは{Role.Ja}又は運用責任者です。", $"Permissions are given by {Role.En} or the officer."), By);
