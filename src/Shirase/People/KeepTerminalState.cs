using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>What somebody found when he looked at a terminal.</summary>
public sealed record TerminalStateFacts(string? OperatingSystem, DateOnly? SupportedUntil, DateOnly? UpdatedOn, DateOnly? DefinitionsOn, bool HasScreenLock);

/// <summary>Enters the state of a terminal: by its keeper, the staff of its unit or an administrator (to-7-2-ki).</summary>
public sealed class KeepTerminalState(ShiraseDb db, Rosters rosters, RegulationLibrary library)
{
    public const string Verb = "verb:confirm-terminal-state";

    public async Task<Refusal?> RunAsync(Doer doer, TerminalId id, TerminalStateFacts facts, CancellationToken ct)
    {
        if (Entries.Refuse(facts.OperatingSystem) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.Terminals.SingleOrDefaultAsync(t => t.Body == doer.Body && t.Id == id && !t.IsRetired, ct) is not { } terminal || doer.Staff is not { } by)
        {
            return new NoSuchEntry();
        }

        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == doer.Body).Select(b => b.Regulation).SingleAsync(ct);
        var clause = library.InForce(own ?? "", doer.Today)?.ClauseFor(Verb);
        if (!await ReportTerminalLoss.MayAsync(rosters, db, terminal, doer, ct))
        {
            return new NotYourTerminal(clause);
        }

        if (string.IsNullOrWhiteSpace(facts.OperatingSystem) || facts is not { SupportedUntil: { } until, UpdatedOn: { } updated })
        {
            return new TerminalStateIsIncomplete(clause);
        }

        if (updated > doer.Today || facts.DefinitionsOn > doer.Today)
        {
            return new TerminalStateLiesAhead(clause);
        }

        var before = await db.TerminalStates.AsNoTracking().Where(s => s.Terminal == id).OrderByDescending(s => s.At).FirstOrDefaultAsync(ct);
        db.Add(new TerminalState(
            Guid.CreateVersion7(doer.At), doer.Body, id, facts.OperatingSystem.Trim(), until, updated, facts.DefinitionsOn, facts.HasScreenLock, by, doer.At.Truncated()));
        db.Record(doer, "terminal.state-confirmed", $"terminal/{id}", new { supported = until, updated, clause });
        if (before is not null && until > before.SupportedUntil)
        {
            db.Record(doer, "terminal.support-renewed", $"terminal/{id}", new { supported = until, clause });
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record TerminalStateIsIncomplete(string? By) : Refusal(new Localized(
    "ＯＳの名称、サポートの末日、更新プログラムを適用した日を入力してください。", "Enter the operating system, the last day of its support and the day of the last updates."), By);

public sealed record TerminalStateLiesAhead(string? By) : Refusal(new Localized(
    "更新プログラムと定義ファイルの日に、先の日付は入力できません。", "Updates and definitions cannot be of a day to come."), By);
