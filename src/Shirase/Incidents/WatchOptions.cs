using System.ComponentModel.DataAnnotations;

namespace Shirase.Incidents;

/// <summary>How the timelines of our accounts are watched. Configuration section <c>Watch</c>. All numbers are ours; no document gives them.</summary>
public sealed class WatchOptions
{
    public const string Section = "Watch";

    /// <summary>How often a timeline is compared with what was sent. Default: 5 minutes. Range: 30 seconds–1 day. X takes money for each look.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How far a look goes back behind the one before; for platforms that show late. Default: 15 minutes. Range: 1 minute–1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Overlap { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How far the first look of a day goes back. Default: 7 days. Range: 1–30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "30.00:00:00")]
    public TimeSpan Daily { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Most posts of one look. Default: 100, as much as Bluesky shows. Range: 10–1,000.</summary>
    [Range(10, 1000)]
    public int Most { get; set; } = 100;

    /// <summary>When the pages of the website about our accounts are looked at, in Japan. Default: 06:00, before office hours. Range: any time of the day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:00")]
    public TimeSpan LookAt { get; set; } = TimeSpan.FromHours(6);
}
