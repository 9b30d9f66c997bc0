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

    /// <summary>The terminal's name, the override under which another device may be used, or null.</summary>
    public async Task<string?> IdentifyAsync(
        BodyId body, StaffId staff, IPAddress? address, string? certificateThumbprint, DateTimeOffset now, CancellationToken ct)
    {
        var terminals = await db.Terminals.AsNoTracking().Where(t => t.Body == body).ToListAsync(ct);
        if (terminals.Find(t => t.Matches(address, certificateThumbprint)) is { } terminal)
        {
            return NameOf(terminal);
        }

        var overrides = await db.TerminalOverrides.AsNoTracking().Where(o => o.Body == body && o.To == staff && o.Until >= now).ToListAsync(ct);
        return overrides.Find(o => o.HoldsFor(staff, now)) is { } permission
            ? $"一時許可（{permission.Until.InJapan():HH:mm}まで・{permission.Reason}）端末 {address}"
            : null;
    }
}
