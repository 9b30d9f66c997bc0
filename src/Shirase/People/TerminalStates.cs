using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

public static class TerminalStates
{
    /// <summary>Whether a name is that of a registered terminal, and how that was found last.</summary>
    /// <param name="terminal">As it is recorded with what was done at it (<see cref="TerminalIdentity.NameOf"/>); null on any other device.</param>
    public static async Task<(bool IsRegistered, TerminalState? State)> StateOfTerminalAsync(this ShiraseDb db, BodyId body, string? terminal, CancellationToken ct)
    {
        var device = terminal is null ? null
            : (await db.Terminals.AsNoTracking().Where(t => t.Body == body && !t.IsRetired).ToListAsync(ct)).Find(t => TerminalIdentity.NameOf(t) == terminal);
        return device is null ? (false, null)
            : (true, await db.TerminalStates.AsNoTracking().Where(s => s.Terminal == device.Id).OrderByDescending(s => s.At).FirstOrDefaultAsync(ct));
    }
}
