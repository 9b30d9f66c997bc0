using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>一時許可を依頼: a PR officer on another device asks the operation officers; only they can permit it (gx-11-2).</summary>
public sealed class AskTerminalOverride(ShiraseDb db, Rosters rosters, RegulationLibrary regulations)
{
    /// <summary>Most characters of the reason.</summary>
    public const int MaxReason = 400;

    public async Task<Refusal?> RunAsync(BodyId body, string regulation, Localized name, Act act, CancellationToken ct)
    {
        var clause = regulations.InForce(regulation, act.At.JapanDay())?.ClauseFor("gate:terminal") ?? "gx-11-2";
        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonIsMissing(clause);
        }

        if (act.Why.Length > MaxReason)
        {
            return new ReasonIsLong(MaxReason);
        }

        await using var change = await db.BeginChangeAsync(body, ct);
        var roster = await rosters.OnAsync(body, act.At.JapanDay(), ct);
        if (!roster.HoldersOf(regulation, "pr-officer").Contains(act.By))
        {
            return new OnlyForPrOfficers(clause);
        }

        db.Tell(
            body, roster.HoldersOf(regulation, "operation-officer").Concat(roster.DeputiesOf(regulation, "operation-officer")), "terminal-override.asked",
            new(
                $"{name.Ja}が管理用端末以外からの投稿の一時許可を求めています。理由：{act.Why.Trim()}　「発信」の「端末の一時許可」で許可できます。",
                $"{name.En} asks for permission to publish from another device. Reason: {act.Why.Trim()} Permit it under Publishing, Permission for another device."),
            clause, act.At);

        db.Record(body, act, "terminal-override.asked", $"staff/{act.By}", new { clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record ReasonIsLong(int Max) : Refusal(new Localized(
    $"理由は{Max}字以内で書いてください。", $"Write the reason in at most {Max} characters."));
