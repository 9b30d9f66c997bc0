using Microsoft.AspNetCore.Mvc;

namespace Shirase.Web.Shell;

/// <summary>Where a form leads back to, as far as that lies here.</summary>
public static class WayBack
{
    /// <summary>The address, fit for a header: what is not ASCII is escaped. Anything that leads elsewhere becomes the first page.</summary>
    public static string Of(IUrlHelper url, string? back)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsLocalUrl(back)
            ? string.Concat(back!.EnumerateRunes().Select(r => r.Value is > 0x20 and < 0x7F ? r.ToString() : Uri.EscapeDataString(r.ToString())))
            : "/";
    }
}
