using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// Encrypts every stored secret of all bodies anew with the newest key. Secrets closed with older keys go on opening until those keys are
/// taken out of the folder; this makes that possible.
/// </summary>
public sealed class ReencryptSecrets(ShiraseDb db, SecretVault vault, IKeyManager keys)
{
    // As long as the framework's own keys live
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <param name="now">The moment, from the caller's clock.</param>
    /// <param name="newKey">Makes a key first. A running node does not know it until it is started anew.</param>
    /// <param name="ct">Stops between two bodies.</param>
    /// <returns>How many were encrypted anew, and how many no key at hand opens.</returns>
    public async Task<(int Anew, int Unopened)> RunAsync(DateTimeOffset now, bool newKey, CancellationToken ct)
    {
        if (newKey)
        {
            await UseAsync(keys.CreateNewKey(now, now + Life).KeyId, ct);
        }

        var (anew, unopened) = (0, 0);
        foreach (var body in await db.Bodies.AsNoTracking().Select(b => b.Id).ToListAsync(ct))
        {
            var (done, not) = await RunAsync(body, now, ct);
            (anew, unopened) = (anew + done, unopened + not);
        }

        return (anew, unopened);
    }

    // The framework reads its keys anew in the background and uses the old one meanwhile
    private async Task UseAsync(Guid key, CancellationToken ct)
    {
        for (var i = 0; i < 100 && SecretVault.KeyOf(vault.Protect("")) != key; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private async Task<(int Anew, int Unopened)> RunAsync(BodyId body, DateTimeOffset now, CancellationToken ct)
    {
        var (anew, unopened) = (0, 0);
        await using var change = await db.BeginChangeAsync(body, ct);
        Anew(await db.Accounts.Where(a => a.Body == body && a.ProtectedSecret != null).ToListAsync(ct), a => a.ProtectedSecret!, (a, s) => a.Reencrypt(s));
        Anew(await db.AccountPasswords.Where(p => p.Body == body && p.ReplacedAt == null).ToListAsync(ct), p => p.Secret, (p, s) => p.Reencrypt(s));
        foreach (var tokens in await db.AccountTokens.AsNoTracking().Where(t => t.Body == body).ToListAsync(ct))
        {
            if (vault.Open(tokens.Access) is not { } access)
            {
                unopened++;
                continue;
            }

            var refresh = tokens.Refresh is { } r && vault.Open(r) is { } open ? vault.Protect(open) : tokens.Refresh;
            // Only the pair that was read: one that was renewed meanwhile is newer, and closed with the newest key
            anew += await db.AccountTokens.Where(t => t.Id == tokens.Id && t.Version == tokens.Version).ExecuteUpdateAsync(
                s => s.SetProperty(t => t.Access, vault.Protect(access)).SetProperty(t => t.Refresh, refresh), ct);
        }

        if (anew + unopened > 0)
        {
            db.Record(body, now, "secrets.reencrypted", $"body/{body}", new { anew, unopened });
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
        }

        return (anew, unopened);

        void Anew<T>(List<T> rows, Func<T, string> of, Action<T, string> to)
        {
            foreach (var row in rows)
            {
                if (vault.Open(of(row)) is { } secret)
                {
                    to(row, vault.Protect(secret));
                    anew++;
                }
                else
                {
                    unopened++;
                }
            }
        }
    }
}
