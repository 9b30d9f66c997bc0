using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>What the register holds of a terminal (管理用端末).</summary>
public sealed record TerminalFacts(string Name, string Location, string AddressRanges, string CertificateThumbprint = "", UnitId? Unit = null)
{
    /// <summary>Who keeps it, or null.</summary>
    public StaffId? Keeper { get; init; }

    public bool IsLockedAway { get; init; }

    public bool IsEncrypted { get; init; }
}

/// <summary>Keeps the register of terminals from which posts may be made (gx-11-2).</summary>
public sealed partial class RegisterTerminal(ShiraseDb db)
{
    /// <summary>Most characters of all ranges of one terminal together. Ours; they are read at every request.</summary>
    public const int LongestRanges = 4_000;

    public async Task<Entered<TerminalId>> RunAsync(Doer doer, TerminalFacts facts, CancellationToken ct)
    {
        if (Refuse(facts) is { } refusal)
        {
            return refusal;
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var id = new TerminalId(Guid.CreateVersion7());
        var terminal = new Terminal(id, doer.Body, facts.Name.Trim(), facts.Location.Trim(), Ranges(facts), Thumbprint(facts));
        Place(terminal, facts);
        db.Add(terminal);
        db.Record(doer, "terminal.registered", $"terminal/{id}", new { clause = "gx-11-2" });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return id;
    }

    public async Task<Refusal?> ChangeAsync(Doer doer, TerminalId id, TerminalFacts facts, CancellationToken ct) =>
        Refuse(facts) ?? await AlterAsync(doer, id, "terminal.changed",
            t =>
            {
                t.Change(facts.Name.Trim(), facts.Location.Trim(), Ranges(facts), Thumbprint(facts));
                Place(t, facts);
            }, ct);

    public Task<Refusal?> RetireAsync(Doer doer, TerminalId id, CancellationToken ct) =>
        AlterAsync(doer, id, "terminal.retired", t => t.Retire(), ct);

    private static void Place(Terminal terminal, TerminalFacts facts)
    {
        terminal.StandsIn(facts.Unit);
        terminal.IsKept(facts.Keeper, facts.IsLockedAway, facts.IsEncrypted);
    }

    private async Task<Refusal?> AlterAsync(Doer doer, TerminalId id, string verb, Action<Terminal> alter, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var terminal = await db.Terminals.SingleOrDefaultAsync(t => t.Body == doer.Body && t.Id == id, ct);
        if (terminal is null)
        {
            return new NoSuchEntry();
        }

        if (terminal.IsRetired)
        {
            return new EntryIsOver();
        }

        alter(terminal);
        db.Record(doer, verb, $"terminal/{id}", new { clause = "gx-11-2" });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private static Refusal? Refuse(TerminalFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Name))
        {
            return new NameIsMissing();
        }

        if (Entries.Refuse(facts.Name, facts.Location, facts.CertificateThumbprint) is { } tooLong)
        {
            return tooLong;
        }

        if (facts.AddressRanges.Length > LongestRanges)
        {
            return new EntryIsLong(LongestRanges);
        }

        if (string.IsNullOrWhiteSpace(facts.AddressRanges))
        {
            return new RangeIsMissing();
        }

        if (Terminal.FirstBadRange(Ranges(facts)) is { } bad)
        {
            return new RangeIsBad(bad);
        }

        return Thumbprint(facts) is { Length: > 0 } thumbprint && !Sha256().IsMatch(thumbprint) ? new ThumbprintIsBad() : null;
    }

    private static string Ranges(TerminalFacts facts) => facts.AddressRanges.ReplaceLineEndings("\n").Trim();

    // Certificate viewers write colons and spaces between the digits
    private static string Thumbprint(TerminalFacts facts) =>
        facts.CertificateThumbprint.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("^[0-9A-F]{64}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Sha256();
}
