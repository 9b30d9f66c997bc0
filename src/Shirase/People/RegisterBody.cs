using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>Takes a body (団体) into the installation.</summary>
public sealed partial class RegisterBody(ShiraseDb db)
{
    public async Task<Refusal?> RunAsync(Doer doer, string name, string nameEn, string? regulation, IReadOnlyList<string> ownHosts, CancellationToken ct)
    {
        if (!Slug().IsMatch(doer.Body.Slug))
        {
            return new SlugIsBad();
        }

        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(nameEn))
        {
            return new NameIsMissing();
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.Bodies.AnyAsync(b => b.Id == doer.Body, ct))
        {
            return new BodyIsTaken(doer.Body.Slug);
        }

        var body = new Body(doer.Body, name.Trim(), nameEn.Trim());
        body.OwnHostsAre(ownHosts);
        if (!string.IsNullOrWhiteSpace(regulation))
        {
            body.Adopt(regulation);
        }

        db.Add(body);
        db.Record(doer, "body.registered", $"body/{doer.Body}", new { regulation });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,63}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Slug();
}
