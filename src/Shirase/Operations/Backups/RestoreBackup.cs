using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Records;
using Shirase.Storage;
using Shirase.Storage.Instances;

namespace Shirase.Operations.Backups;

/// <summary>
/// Puts a backup into the configured database: checks it first, refuses to overwrite unless told to, brings the schema up to date, closes
/// the installation, and proves the journal against the manifest. Stop every node before.
/// </summary>
public sealed class RestoreBackup
{
    private readonly ShiraseDb _db;
    private readonly IDatabaseCopy _copy;
    private readonly DatabaseStart _start;
    private readonly JournalProof _proof;
    private readonly InstanceFence _fence;
    private readonly TimeProvider _clock;

    internal RestoreBackup(ShiraseDb db, IDatabaseCopy copy, DatabaseStart start, JournalProof proof, InstanceFence fence, TimeProvider clock) =>
        (_db, _copy, _start, _proof, _fence, _clock) = (db, copy, start, proof, fence, clock);

    /// <param name="from">Folder of a backup, or its manifest, or its database.</param>
    /// <param name="overwrite">True to replace what is there.</param>
    public async Task<(BackupManifest? Manifest, Refusal? Refusal)> RunAsync(string from, bool overwrite, CancellationToken ct)
    {
        var folder = Directory.Exists(from) ? from : Path.GetDirectoryName(Path.GetFullPath(from))!;
        var (manifest, refusal) = await CheckAsync(folder, ct);
        refusal ??= !overwrite && !await _copy.IsEmptyAsync(ct) ? new DatabaseIsNotEmpty() : null;
        refusal ??= await _copy.ReadAsync(Path.Combine(folder, manifest!.File), ct);
        refusal ??= await _start.RunAsync(ct);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        await CloseAsync(ct);
        return (manifest, await DiffersAsync(manifest!, ct));
    }

    private async Task<(BackupManifest? Manifest, Refusal? Refusal)> CheckAsync(string folder, CancellationToken ct)
    {
        var paper = Path.Combine(folder, BackupManifest.Name);
        if (!File.Exists(paper) || BackupManifest.Read(await File.ReadAllTextAsync(paper, ct)) is not { } manifest)
        {
            return (null, new NoBackupHere(folder));
        }

        // A name that leads elsewhere is none of ours
        var file = Path.Combine(folder, Path.GetFileName(manifest.File));
        Refusal? refusal =
            manifest.Format > BackupManifest.Newest ? new BackupIsNewer(manifest.Version)
            : manifest.Provider != _copy.Provider ? new BackupOfOtherKind(manifest.Provider)
            : manifest.Migration.Length > 0 && !_db.Database.GetMigrations().Contains(manifest.Migration) ? new BackupIsNewer(manifest.Version)
            : Path.GetFileName(manifest.File) != manifest.File || !File.Exists(file) || new FileInfo(file).Length != manifest.Bytes
                || await BackupManifest.HashAsync(file, ct) != manifest.Sha256 ? new BackupIsDamaged(file)
            : null;
        return (manifest, refusal);
    }

    // Not left to what the next start may notice: whoever restores decides nothing about sending
    private async Task CloseAsync(CancellationToken ct)
    {
        if (await _db.Instances.AnyAsync(ct))
        {
            await _fence.CloseAsync(ClosedBecause.Restored, ct);
            return;
        }

        var now = _clock.GetUtcNow().Truncated();
        var row = new Instance(Guid.CreateVersion7(now), now);
        row.Close(ClosedBecause.Restored, now);
        _db.Add(row);
        await _db.SaveChangesAsync(ct);
    }

    private async Task<Refusal?> DiffersAsync(BackupManifest manifest, CancellationToken ct)
    {
        var proved = (await _proof.RunAsync(null, ct)).ToDictionary(p => p.Body.Slug, StringComparer.Ordinal);
        var wrong = manifest.Journals.FirstOrDefault(j =>
            !proved.TryGetValue(j.Body, out var now) || now.Faults.Count > 0 || now.Entries != j.Entries || now.LastHash != j.LastHash);
        return wrong is null ? null : new JournalDiffers(wrong.Body);
    }
}
