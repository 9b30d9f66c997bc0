using System.Globalization;
using System.Reflection;
using Shirase.Accounts;
using Shirase.Core;

namespace Shirase.Operations.Backups;

/// <summary>What was written.</summary>
/// <param name="Folder">Folder of the backup.</param>
/// <param name="Keys">Folder of the keys, or null when they were not asked for.</param>
public sealed record BackupMade(string Folder, BackupManifest Manifest, string? Keys);

/// <summary>
/// Writes a backup of the whole database – images are in it – while the product runs, and reads it again. The keys are not in it: with
/// them, whoever finds the backup could open the platform accounts.
/// </summary>
public sealed class CreateBackup
{
    private readonly IDatabaseCopy _copy;
    private readonly KeyFolder _keys;
    private readonly TimeProvider _clock;

    internal CreateBackup(IDatabaseCopy copy, KeyFolder keys, TimeProvider clock) => (_copy, _keys, _clock) = (copy, keys, clock);

    private static string Version =>
        typeof(CreateBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <param name="to">Folder in which the folder of this backup is made.</param>
    /// <param name="keysTo">Folder for the keys, elsewhere; null leaves them out.</param>
    public async Task<(BackupMade? Made, Refusal? Refusal)> RunAsync(string to, string? keysTo, CancellationToken ct)
    {
        var at = _clock.GetUtcNow().Truncated();
        var name = at.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "Z";
        to = Path.GetFullPath(to);
        if (keysTo is not null && IsWithin(Path.GetFullPath(keysTo), to))
        {
            return (null, new KeysBesideDatabase());
        }

        if (keysTo is not null && !Directory.Exists(_keys.Path))
        {
            return (null, new KeysAreMissing(_keys.Path));
        }

        // Under another name until it is whole: a half-written backup must not look like one
        var (folder, half) = (Path.Combine(to, $"shirase-{name}"), Path.Combine(to, $".shirase-{name}-{Guid.NewGuid():n}"));
        try
        {
            Directory.CreateDirectory(to);
            Secret.MakeFolder(half);
            var file = Path.Combine(half, _copy.FileName);
            var (facts, refusal) = await _copy.WriteAsync(file, ct);
            refusal ??= facts!.Journals.FirstOrDefault(j => j.Faults.Count > 0) is { } broken ? new JournalDiffers(broken.Body.Slug) : null;
            if (refusal is not null)
            {
                return (null, refusal);
            }

            Secret.Close(file);
            var manifest = new BackupManifest(
                BackupManifest.Newest, Version, _copy.Provider, facts!.Migration, at, _copy.FileName, new FileInfo(file).Length,
                await BackupManifest.HashAsync(file, ct), [.. facts.Journals.Select(j => new BackupJournal(j.Body.Slug, j.Entries, j.LastHash))]);
            await File.WriteAllTextAsync(Path.Combine(half, BackupManifest.Name), manifest.ToJson() + "\n", ct);
            Secret.Close(Path.Combine(half, BackupManifest.Name));
            Directory.Move(half, folder);
            return (new(folder, manifest, keysTo is null ? null : CopyKeys(Path.Combine(Path.GetFullPath(keysTo), $"shirase-keys-{name}"))), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new BackupFolderFails(to));
        }
        finally
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }
        }
    }

    // The keys alone: the mark of the installation beside them must not travel (InstanceFence)
    private string CopyKeys(string folder)
    {
        Secret.MakeFolder(folder);
        foreach (var key in Directory.EnumerateFiles(_keys.Path, "*.xml"))
        {
            var copy = Path.Combine(folder, Path.GetFileName(key));
            File.Copy(key, copy);
            Secret.Close(copy);
        }

        return folder;
    }

    private static bool IsWithin(string place, string folder) =>
        Path.GetRelativePath(folder, place) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}

/// <summary>Files and folders that nobody but their owner reads.</summary>
internal static class Secret
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Own | UnixFileMode.UserExecute);
        }
    }

    public static void Close(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, Own);
        }
    }
}
