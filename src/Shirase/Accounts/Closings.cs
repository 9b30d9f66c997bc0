using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Reads the procedures by which accounts end.</summary>
public static class Closings
{
    /// <summary>The procedure that runs, or null.</summary>
    public static Task<AccountClosing?> ClosingOfAsync(this ShiraseDb db, AccountId account, CancellationToken ct) =>
        db.AccountClosings.Where(c => c.Account == account && c.EndedAt == null && c.WithdrawnAt == null).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);

    /// <summary>Why an account cannot be ended now; null when it can, and the procedure counts as ended with it. The caller saves.</summary>
    /// <param name="isTakeover">Somebody says that the account was taken over.</param>
    internal static async Task<Refusal?> EndClosingAsync(this ShiraseDb db, OfficialAccount account, ClosingRule? rule, bool isTakeover, Act act, CancellationToken ct)
    {
        if (rule is null || rule.IsAtOnce)
        {
            return null;
        }

        var takeovers = rule.Takeovers.ToList();
        if (isTakeover && !await db.Duties.AnyAsync(
            d => d.Account == account.Id && takeovers.Contains(d.Rule) && (d.ClosedAt == null || account.State == AccountState.Stopped), ct))
        {
            return new NoTakeoverRuns(rule.Clause);
        }

        var closing = await db.ClosingOfAsync(account.Id, ct);
        var hasExport = closing is not null && await db.Journal.AsNoTracking().AnyAsync(j => j.Body == account.Body && j.Verb == "archive.exported" && j.At >= closing.At, ct);
        if (AccountClosing.MayEnd(closing, rule, act.At.JapanDay(), hasExport, isTakeover) is { } refusal)
        {
            return refusal;
        }

        closing?.End(act.At);
        return null;
    }
}
