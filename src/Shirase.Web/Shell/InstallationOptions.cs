using System.ComponentModel.DataAnnotations;

namespace Shirase.Web.Shell;

/// <summary>What kind of installation this is. Section <c>Installation</c>.</summary>
public sealed class InstallationOptions
{
    public const string Section = "Installation";

    /// <summary>
    /// True for the sample installation: it signs people in by role without a password, answers on this machine only and
    /// says what it is on every page. Default: false. A start in the environment Production refuses it.
    /// </summary>
    public bool Sample { get; set; }

    /// <summary>Largest request in megabytes (images included). Default: 12.</summary>
    [Range(1, 200)]
    public int RequestMegabytes { get; set; } = 12;

    /// <summary>
    /// Addresses or networks (<c>10.0.0.5</c>, <c>10.0.0.0/24</c>) of the reverse proxies whose X-Forwarded-For and
    /// X-Forwarded-Proto are believed. Default: none.
    /// </summary>
    public IList<string> Proxies { get; } = [];

    public long RequestBytes => RequestMegabytes * 1024L * 1024L;
}
