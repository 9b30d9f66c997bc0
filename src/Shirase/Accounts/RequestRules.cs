using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>Finds what the document of a body says of requests for accounts.</summary>
public static class RequestRules
{
    /// <summary>Null where the body works under no document, or under one without requests.</summary>
    public static async Task<(Regulation Regulation, AccountRequestRule Rule)?> OfBodyAsync(
        ShiraseDb db, RegulationLibrary library, BodyId body, DateOnly day, CancellationToken ct)
    {
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == body).Select(b => b.Regulation).SingleOrDefaultAsync(ct);
        return slug is not null && library.InForce(slug, day) is { AccountRequest: { } rule } regulation ? (regulation, rule) : null;
    }
}
