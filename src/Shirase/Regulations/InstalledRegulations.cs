using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.Storage;

namespace Shirase.Regulations;

/// <summary>The regulations as their files have them, without any body's local rules.</summary>
public sealed record InstalledRegulations(RegulationLibrary Library);

/// <summary>The local rules that the body on whose behalf a scope works has or had; read once, when they are first asked for.</summary>
public sealed class LocalRulesOfBody(ShiraseDb db, CurrentBody body)
{
    private (BodyId Of, IReadOnlyList<EnteredRule> Rules)? _read;

    /// <summary>In the order in which they were entered; none where the scope works for no body.</summary>
    public IReadOnlyList<EnteredRule> Read()
    {
        if (body.Id is not { } id)
        {
            return [];
        }

        if (_read is not { } read || read.Of != id)
        {
            // Documents are asked for in the middle of pure decisions, which cannot wait; it is one look at a short table
            _read = read = (id, [.. db.LocalRules.AsNoTracking().Where(r => r.Body == id).OrderBy(r => r.From).ThenBy(r => r.Id)]);
        }

        return read.Rules;
    }
}
