using System.ComponentModel.DataAnnotations;

namespace Shirase.Web.Shell;

/// <summary>
/// How much one address may ask of what is open to everybody. Configuration section <c>Limits</c>. None of the figures stands in a
/// document. Each node counts for itself.
/// </summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Attempts to sign in, right ones too, in one minute. Default: 30, as a whole office may share an address. Range: 3–100,000.</summary>
    [Range(3, 100_000)]
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Texts that may be compared on the public site in one minute. Default: 20. Range: 3–100,000.</summary>
    [Range(3, 100_000)]
    public int PastesPerMinute { get; set; } = 20;
}
