using System.ComponentModel.DataAnnotations;

namespace Shirase.Operations.Health;

/// <summary>When an installation counts as well. Configuration section <c>Health</c>. None of the figures stands in a document.</summary>
public sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>Longest wait for one answer, such as the database's. Default: 5 seconds. Range: 0.1–60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Less free disk space, in megabytes, is told. Default: 1000. Range: 1–10,000,000.</summary>
    [Range(1, 10_000_000)]
    public int DiskMegabytes { get; set; } = 1000;

    /// <summary>How late the oldest due job may be before it is told. Default: 5 minutes. Range: 1 second–1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan OldestDue { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A job loop that looked for nothing for so long counts as dead. Default: 5 minutes, longer than any one call to a platform.
    /// Range: 1 second–1 hour.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LoopSilence { get; set; } = TimeSpan.FromMinutes(5);
}
