using System.ComponentModel.DataAnnotations;

namespace Shirase.Operations.Backups;

/// <summary>How backups are made. Configuration section <c>Backup</c>.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";

    /// <summary>
    /// Folder of <c>pg_dump</c> and <c>pg_restore</c>, such as <c>/usr/lib/postgresql/17/bin</c>; as new as the server at least. Default:
    /// wherever the system finds them.
    /// </summary>
    [StringLength(1000)]
    public string? PostgresPrograms { get; set; }
}
