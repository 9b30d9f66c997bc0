using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Site;

namespace Shirase.Web.Site;

/// <summary>Absolute addresses of the public site.</summary>
internal static class SiteAddress
{
    /// <summary>The body's public site, without a slash at its end: under the configured address, else under the host that was asked.</summary>
    public static Uri Of(HttpContext http, BodyId body)
    {
        var configured = http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicAddress;
        return new(configured ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}"), $"/site/{body}");
    }
}
