using System.ComponentModel.DataAnnotations;

namespace Shirase.Storage;

/// <summary>Where the data lies. Configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>sqlite</c> (one process, one file) or <c>postgres</c> (any number of nodes). Default: <c>sqlite</c>.</summary>
    [RegularExpression("sqlite|postgres", ErrorMessage = "Storage:Provider には sqlite か postgres を指定してください。 / must be sqlite or postgres.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>
    /// Connection string. For SQLite the default is <c>data/shirase.db</c> under the content root; PostgreSQL has none.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>How long SQLite waits for a lock. Default: 30 seconds. Range: 1–300 seconds.</summary>
    [Range(1, 300)]
    public int LockSeconds { get; set; } = 30;
}
