using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Shirase.Site;

namespace Shirase.Web.Site;

/// <summary>How long others may keep what the public site answered.</summary>
internal static class PublicCaching
{
    /// <summary>Marks the answer as one that anybody may keep for a while; what a signed-in person is sent is nobody's copy.</summary>
    /// <param name="varies">True where language and size of letters follow a cookie.</param>
    public static void MayBeKept(this HttpContext http, bool varies)
    {
        var seconds = http.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.CacheSeconds;
        http.Response.Headers.CacheControl =
            http.User.Identity?.IsAuthenticated == true ? "no-store" : seconds == 0 ? "no-cache" : $"public, max-age={seconds}";
        if (varies)
        {
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        }
    }

    /// <summary>The name by which a reader asks whether these bytes changed.</summary>
    public static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> bytes) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
}
