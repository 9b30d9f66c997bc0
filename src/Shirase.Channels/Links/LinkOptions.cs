using System.ComponentModel.DataAnnotations;

namespace Shirase.Channels.Links;

/// <summary>How links of messages are followed.</summary>
public sealed class LinkOptions
{
    public const string Section = "Links";

    /// <summary>Follow links when a message is filed and before it goes out. Switch off where the server has no way to the Internet. Default: true.</summary>
    public bool Follow { get; set; } = true;

    /// <summary>How often a link may be passed on (is-3-7 gives no number). Default: 5.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Longest wait for one link with everything it is passed on to. Default: 8 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);
}
