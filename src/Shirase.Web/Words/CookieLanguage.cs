using Microsoft.AspNetCore.Localization;

namespace Shirase.Web.Words;

/// <summary>The language a person chose, else Japanese; the browser's own wish does not count on shared terminals.</summary>
public sealed class CookieLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var chosen = httpContext.Request.Cookies[Languages.Cookie];
        var culture = Languages.Culture(Languages.IsKnown(chosen) ? chosen! : Languages.Japanese).Name;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(culture));
    }
}
