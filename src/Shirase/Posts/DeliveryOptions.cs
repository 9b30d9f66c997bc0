using System.ComponentModel.DataAnnotations;

namespace Shirase.Posts;

/// <summary>How messages are tried and looked for. Configuration section <c>Deliveries</c>. All numbers are ours; no document gives them.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Deliveries";

    /// <summary>Attempts after which a message that the platform puts off is held for a human. Default: 10. Range: 1–100.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>Wait before a message whose answer was lost is looked for, doubled with every look. Default: 20 seconds. Range: 1 second–10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan FirstLook { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Looks on which a platform without a key of ours must not show a message before a human is asked. Default: 4, within five
    /// minutes; long enough for a slow timeline. Range: 1–20.
    /// </summary>
    [Range(1, 20)]
    public int Looks { get; set; } = 4;

    /// <summary>How long a platform that cannot be asked is asked again before a human decides. Default: 30 minutes. Range: 1 minute–1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LookFor { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a message waits in an installation that is closed. Default: 30 seconds. Range: 1 second–1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ClosedWait { get; set; } = TimeSpan.FromSeconds(30);
}
