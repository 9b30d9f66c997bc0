using System.ComponentModel.DataAnnotations;

namespace Shirase.Text.Links;

/// <summary>How long a look at a link holds, and how often links of what stands are looked at again.</summary>
public sealed class LinkLookOptions
{
    public const string Section = "Links";

    /// <summary>A look younger than this is not repeated. Default: 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Keep { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Most links of one message that are followed. Default: 12.</summary>
    [Range(1, 100)]
    public int MaxOfMessage { get; set; } = 12;

    /// <summary>Days after which a link of a post that stands is followed again, where the regulation has no setting <c>link-recheck-days</c>. Default: 7.</summary>
    [Range(1, 365)]
    public int RecheckDays { get; set; } = 7;

    /// <summary>Days after publication for which links are looked at. Default: 365.</summary>
    [Range(1, 3650)]
    public int RecheckForDays { get; set; } = 365;

    /// <summary>How long a server may be silent before it becomes a task. Default: one day.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromDays(1);
}
