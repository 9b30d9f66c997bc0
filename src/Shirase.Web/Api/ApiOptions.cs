using System.ComponentModel.DataAnnotations;

namespace Shirase.Web.Api;

/// <summary>Bounds of the interface for programs. Configuration section <c>Api</c>. None of the figures stands in a document.</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Most calls of one token a minute, on one node. Default: 120.</summary>
    [Range(1, 100_000)]
    public int CallsPerMinute { get; set; } = 120;

    /// <summary>Most refused calls without a valid token from one address a minute, on one node. Default: 30.</summary>
    [Range(1, 100_000)]
    public int RefusedPerMinute { get; set; } = 30;

    /// <summary>How long the answer to a call is kept under its Idempotency-Key. Default: 24 hours.</summary>
    [Range(1, 720)]
    public int IdempotencyHours { get; set; } = 24;

    /// <summary>Seconds after which a call that left neither act nor answer counts as dead and may be repeated. Default: 120.</summary>
    [Range(5, 3600)]
    public int CallSeconds { get; set; } = 120;

    /// <summary>Largest body of a call in bytes, images apart. Default: 500,000.</summary>
    [Range(1_000, 100_000_000)]
    public int BodyBytes { get; set; } = 500_000;
}
