using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>The register of platforms, and the baseline that others are compared with; kept by the office of public relations (ok-2, ok-3-b, to-1).</summary>
public sealed class KeepPlatforms(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>The office that owns register and baseline where a document has it; an administrator stands in.</summary>
    private const string Office = "pr-division";

    public async Task<Refusal?> EnterAsync(Who who, string? name, bool? isInternetService, bool? isTwoWay, string? note, CancellationToken ct)
    {
        if (Entries.Refuse(name, note) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await RuleAsync(who, act.At, ct) is not (var regulation, var rule))
        {
            return new NoRequestsHere();
        }

        if (!MayKeep(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct), who.Staff, regulation.Slug))
        {
            return new OnlyTheOfficeKeeps(regulation.Role(Office)?.Name ?? new("広報の所属", "the office of public relations"), rule.Definition);
        }

        var entered = Platform.Enter(who.Body, name, isInternetService, isTwoWay, note, act, rule.Definition);
        if (entered.Value is not { } platform)
        {
            return entered.Refusal;
        }

        if (await db.Platforms.AnyAsync(p => p.Name == platform.Name, ct))
        {
            return new PlatformIsKnown(platform.Name, rule.Definition);
        }

        db.Add(platform);
        db.Record(who.Body, act, "platform.entered", $"platform/{platform.Id}", new { service = platform.IsInternetService, twoWay = platform.IsTwoWay, clause = rule.Definition });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    public async Task<Refusal?> SetBaselineAsync(Who who, IReadOnlyDictionary<string, int?> ratings, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why);
        if (await RuleAsync(who, act.At, ct) is not (var regulation, { Comparison: { } comparison }))
        {
            return new NoRequestsHere();
        }

        if (!MayKeep(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct), who.Staff, regulation.Slug))
        {
            return new OnlyTheOfficeKeeps(regulation.Role(Office)?.Name ?? new("広報の所属", "the office of public relations"), comparison.Clause);
        }

        var next = RiskBaseline.Next(who.Body, regulation.Slug, await db.BaselineAsync(regulation.Slug, ct), ratings, act, comparison);
        if (next.Value is not { } baseline)
        {
            return next.Refusal;
        }

        db.Add(baseline);
        db.Record(who.Body, act, "baseline.entered", $"body/{who.Body}", new { number = baseline.Number, clause = comparison.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    public static bool MayKeep(Roster roster, StaffId staff, string regulation) => roster.SeatsOf(staff).Any(s =>
        (s.Regulation == regulation && s.Role == Office) || (s.Regulation == Appointment.System && s.Role == SystemRole.Administrator));

    private async Task<(Regulation Regulation, AccountRequestRule Rule)?> RuleAsync(Who who, DateTimeOffset at, CancellationToken ct) =>
        await RequestRules.OfBodyAsync(db, library, who.Body, at.JapanDay(), ct);
}

public sealed record NoRequestsHere() : Refusal(new Localized(
    "この団体の規程には、アカウントの申請の定めがありません。", "The document of this body knows no requests for accounts."));

public sealed record OnlyTheOfficeKeeps(Localized Office, string? By) : Refusal(new Localized(
    $"媒体の台帳と基準を登録するのは{Office.Ja}です。", $"The register of platforms and the baseline are kept by: {Office.En}."), By);
