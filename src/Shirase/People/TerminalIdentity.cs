using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Tells which registered terminal a request comes from (gx-11-2).</summary>
public sealed class TerminalIdentity(ShiraseDb db)
{
    /// <summary>As it is recorded with what was ordered from it.</summary>
    public static string NameOf(Terminal terminal) => $"{terminal.Name}（{terminal.Location}）";

    /// <summary>The registered terminal, or null on any other device.</summary>
    public async Task<Terminal?> FindAsync(BodyId body, IPAddress? address, string? certificateThumbprint, CancellationToken ct)
    {
        var terminals = await db.Terminals.AsNoTracking().Where(t => t.Body == body).ToListAsync(ct);
        return terminals.Find(t => t.Matches(address, certificateThumbprint));
    }

    /// <summary>True when the terminal was reported lost or stolen: no session that began on it goes on (to-7-2-ka).</summary>
    public Task<bool> IsLostAsync(TerminalId id, CancellationToken ct) =>
        db.Terminals.IgnoreQueryFilters().AsNoTracking().AnyAsync(t => t.Id == id && t.LostAt != null, ct);

    /// <summary>The terminal's name, the override under which another device may be used, or null.</summary>
    public async Task<string?> IdentifyAsync(
        BodyId body, StaffId staff, IPAddress? address, string? certificateThumbprint, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindAsync(body, address, certificateThumbprint, ct) is { } terminal)
        {
            return NameOf(terminal);
        }

        var overrides = await db.TerminalOverrides.AsNoTracking().Where(o => o.Body == body && o.To == staff && o.Until >= now).ToListAsync(ct);
        return overrides.Find(o => o.HoldsFor(staff, now)) is { } permission
            ? $"一時許可（{permission.Until.InJapan():HH:mm}まで・{permission.Reason}）端末 {address}"
            : null;
    }
}
