using System.ComponentModel.DataAnnotations;

namespace Shirase.Operations.Shutdown;

/// <summary>How a process ends. Configuration section <c>Shutdown</c>. None of the figures stands in a document.</summary>
public sealed class ShutdownOptions
{
    public const string Section = "Shutdown";

    /// <summary>
    /// How long a node that was told to end still serves, while <c>/health/ready</c> answers 503 and the load balancer looks for another one.
    /// Longer than the balancer needs to notice. Default: 0 seconds, for one node without a balancer. Range: 0 seconds–5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Drain { get; set; }

    /// <summary>
    /// How long requests and jobs that run may take to finish afterwards. Jobs that need longer give their claim back. Default: 30 seconds.
    /// Range: 2 seconds–10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);
}
