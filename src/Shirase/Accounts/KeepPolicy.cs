using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Enters what the published policy of an account says (ok-4-2-a, to-5-1-a-1). Whoever answers for the account does it.</summary>
public sealed class KeepPolicy(ShiraseDb db, CaseReader reader, RegulationLibrary library, AccountProfiles profiles, ListedPoint listed)
{
    /// <summary>Longest entry of a field, in UTF-16 units. Ours.</summary>
    public const int LongestEntry = 4_000;

    /// <param name="seen">Number of the version that the writer was shown; 0 for none.</param>
    public async Task<Refusal?> RunAsync(Who who, AccountId id, PolicyFacts facts, int seen, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        if (facts.ToJson().Length > LongestEntry * 8)
        {
            return new EntryTooLong("運用ポリシー", "the policy", LongestEntry * 8);
        }

        // Asked before the change begins: nothing outside is called inside it
        var contradicted = await ContradictedAsync(who, id, facts, ct);
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, act.At.JapanDay()) is not { } regulation)
        {
            return new NoSuchAccount();
        }

        if (!MayEnter(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct), who.Staff, account))
        {
            return new OnlyWhoAnswersEnters(regulation.Role("operation-manager")?.Name ?? new("責任者", "the person responsible"), regulation.ClauseFor("verb:enter-policy"));
        }

        var before = await db.PolicyOfAsync(id, ct);
        var next = PublishedPolicy.Next(account, before, Dated(facts, before?.Facts(), act.At.JapanDay()), seen, act, regulation);
        if ((next.Refusal ?? contradicted) is { } refusal)
        {
            return refusal;
        }

        db.Add(next.Value!);
        db.Record(who.Body, act, "policy.entered", $"account/{id}", new
        {
            number = next.Value!.Number,
            changed = Changed(before?.Facts(), next.Value.Facts()),
            open = PublishedPolicy.Open(next.Value.Facts(), regulation).Select(o => o.Id),
            clause = regulation.ClauseFor("verb:enter-policy"),
        });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>The holder of the role in the unit that owns the account; where the role is the body's, in any.</summary>
    public static bool MayEnter(Roster roster, StaffId staff, OfficialAccount account) => roster.SeatsOf(staff)
        .Any(s => s.Regulation == account.Regulation && s.Role == "operation-manager" && (s.Unit is null || s.Unit == account.Owner));

    /// <summary>Points confirmed now though the platform shows otherwise; null where it agrees or cannot be asked, so that a person's word counts.</summary>
    private async Task<Refusal?> ContradictedAsync(Who who, AccountId id, PolicyFacts facts, CancellationToken ct)
    {
        var day = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, day) is not { } regulation)
        {
            return null;
        }

        var before = (await db.PolicyOfAsync(id, ct))?.Facts();
        if (await listed.RefuseAsync(account, regulation, before, facts, ct) is { } unlisted)
        {
            return unlisted;
        }

        var asked = facts.Points.Keys.Where(p => before?.Points.ContainsKey(p) is not true && regulation.Profile.Any(r => r.Point == p)).ToHashSet();
        try
        {
            if (asked.Count == 0 || await profiles.LookAsync(account, regulation, day, ct, facts.Mode) is not { } look)
            {
                return null;
            }

            var lacks = look.Lacks.Where(l => l.Rule.Point is { } point && asked.Contains(point)).ToList();
            return lacks.Count == 0 ? null : new ProfileLacks(
                [.. lacks.Select(l => l.Words)], ProfileComparison.Propose(regulation.Profile, await profiles.FactsAsync(account, day, ct, facts.Mode)), lacks[0].Rule.Clause);
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }

    // A point keeps the day on which it was first confirmed
    private static PolicyFacts Dated(PolicyFacts facts, PolicyFacts? before, DateOnly today)
    {
        var points = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var point in facts.Points.Keys)
        {
            points[point] = before?.Points.TryGetValue(point, out var day) == true ? day : today;
        }

        return facts with { Points = points };
    }

    // Names of what changed: the words themselves stand in the versions
    private static IEnumerable<string> Changed(PolicyFacts? before, PolicyFacts after) => typeof(PolicyFacts).GetProperties()
        .Where(p => p.Name == nameof(PolicyFacts.Points)
            ? !(before?.Points ?? new SortedDictionary<string, DateOnly>()).OrderBy(x => x.Key).SequenceEqual(after.Points.OrderBy(x => x.Key))
            : !Equals(before is null ? null : p.GetValue(before), p.GetValue(after)))
        .Select(p => p.Name);
}

/// <summary>Reads the newest version.</summary>
public static class PolicyReading
{
    public static Task<PublishedPolicy?> PolicyOfAsync(this ShiraseDb db, AccountId account, CancellationToken ct) =>
        db.PublishedPolicies.AsNoTracking().Where(p => p.Account == account).OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);
}

public sealed record OnlyWhoAnswersEnters(Localized Role, string? By) : Refusal(new Localized(
    $"運用ポリシーの内容は、アカウントを運用する所属の{Role.Ja}が登録します。", $"The policy is entered by {Role.En} of the unit that runs the account."), By);
