using System.ComponentModel.DataAnnotations;

namespace Shirase.Webhooks;

/// <summary>Telling other systems. Configuration section <c>Webhooks</c>. None of the figures stands in a document.</summary>
public sealed class WebhookSettings
{
    public const string Section = "Webhooks";

    /// <summary>Hours for which the secret before stays valid after a rotation. Default: 24.</summary>
    [Range(0, 720)]
    public int OldSecretHours { get; set; } = 24;

    /// <summary>Most addresses of one body. Default: 20.</summary>
    [Range(1, 1000)]
    public int MostOfOneBody { get; set; } = 20;

    /// <summary>Days for which the list of what was sent is kept. Default: 30.</summary>
    [Range(1, 3650)]
    public int LogDays { get; set; } = 30;
}
