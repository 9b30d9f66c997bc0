using System.ComponentModel.DataAnnotations;

namespace Shirase.Channels.Drill;

/// <summary>Settings of the practice channel (訓練モード).</summary>
public sealed class DrillOptions
{
    public const string Section = "Channels:Drill";

    /// <summary>Where people open this installation; addresses of practice posts start with it. Default: <c>http://localhost:5000/</c>.</summary>
    [Required]
    public Uri BaseAddress { get; set; } = new("http://localhost:5000/");
}
