using Microsoft.EntityFrameworkCore;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Samples;

/// <summary>Fills an empty database with the sample bodies, people and accounts. Everything is invented or marked as unsure.</summary>
public sealed class SampleInstallation(ShiraseDb db, Postings postings, RegulationLibrary library, TimeProvider clock)
{
    /// <summary>Regulation of the sample police.</summary>
    public const string Regulation = "gunma-police-x";

    /// <summary>Since when the sample people hold their posts.</summary>
    public static readonly DateOnly Since = new(2025, 4, 1);

    /// <summary>Seeds in one transaction; false when the database holds a body already.</summary>
    /// <param name="here">Address under which people open this installation, for the addresses of practice posts.</param>
    public async Task<bool> SeedAsync(Uri here, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(SampleCast.Gunma, ct);
        if (await db.Bodies.AnyAsync(ct))
        {
            return false;
        }

        var register = new SampleRegister(db, postings, clock.GetUtcNow());
        await SampleGunma.AddAsync(register, here, ct);
        await SampleIshikawa.AddAsync(register, ct);
        await SampleOkayama.AddAsync(register, ct);
        await SampleTochigi.AddAsync(register, ct);
        SamplePlatforms.Add(register, library);
        SamplePolicyDocuments.Add(register, library, here);
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return true;
    }
}
