using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;

namespace Shirase.Storage.Instances;

/// <summary>
/// An administrator looked at what would go out and lets the installation send again. What is late by then is held by the gate,
/// never sent.
/// </summary>
public sealed class OpenInstance(ShiraseDb db, InstanceFile file, CaseReader reader, JobSignal signal)
{
    /// <param name="who">An administrator; the page and the table of access see to it, and the roster is asked here.</param>
    public async Task<Refusal?> RunAsync(Who who, string? why, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return new OpeningNeedsReason();
        }

        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now, why.Trim());
        var roster = await reader.RosterAsync(who.Body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(who.Staff).Any(s => s is { Regulation: Core.People.Appointment.System, Role: Core.People.SystemRole.Administrator }))
        {
            return new OnlyAdministratorsOpen();
        }

        if (await db.Instances.SingleOrDefaultAsync(ct) is not { Closed: { } because } row)
        {
            return new InstanceIsOpen();
        }

        row.Open(Guid.CreateVersion7(act.At), act.At);
        db.Record(who.Body, act, "instance.opened", "instance", new { because = because.ToString() });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        file.Write(new(row.Id, row.Pulse));
        signal.Wake();
        return null;
    }
}

public sealed record OpeningNeedsReason() : Refusal(new Localized(
    "発信を再開する理由（確認したこと）を記入してください。", "Write why it may send again: what was checked."));

public sealed record OnlyAdministratorsOpen() : Refusal(new Localized(
    "発信の再開はシステム管理者が行います。", "Only an administrator lets the installation send again."));

public sealed record InstanceIsOpen() : Refusal(new Localized(
    "この設備の発信は止まっていません。", "This installation is not closed."));
