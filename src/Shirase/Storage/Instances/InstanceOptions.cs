using System.ComponentModel.DataAnnotations;

namespace Shirase.Storage.Instances;

/// <summary>When an installation doubts that it is the one it was. Configuration section <c>Instance</c>. All numbers are ours.</summary>
public sealed class InstanceOptions
{
    public const string Section = "Instance";

    /// <summary>How often a node leaves its sign of life. Default: 20 seconds. Range: 1 second–10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Pulse { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// After a silence this long a start sends nothing until an administrator opens it: it may be an old copy of the machine that
    /// wakes up. Default: 7 days. Range: 1 hour–10 years.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A step of the clock, or a difference to the database's, from which on nothing is sent. Default: 2 minutes. Range: 10 seconds–1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan ClockStep { get; set; } = TimeSpan.FromMinutes(2);
}
