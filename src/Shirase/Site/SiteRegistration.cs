using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Shirase.Site;

public static class SiteRegistration
{
    /// <summary>What the public pages read.</summary>
    /// <param name="showsDrills">Answers whether exercises are shown to the public; true for the sample installation only.</param>
    public static IServiceCollection AddSite(this IServiceCollection services, Func<IServiceProvider, bool> showsDrills)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure<IConfiguration>((site, all) => site.PublicAddress ??= all.GetValue<Uri?>("Channels:Website:BaseAddress"))
            .Validate(site => site.PublicAddress is null || IsPage(site.PublicAddress), Wrong);
        return services
            .AddSingleton(s => new DrillVisibility(showsDrills(s)))
            .AddScoped<PublicArchive>()
            .AddScoped<PublicPosts>()
            .AddScoped<PublicAccounts>()
            .AddScoped<PublicPolicies>()
            .AddScoped<PublicNotices>()
            .AddScoped<Genuineness>();
    }

    private const string Wrong = "Site:PublicAddress: https:// で始まるアドレスを書いてください。 / Write an address that begins with https:// (or http://).";

    private static bool IsPage(Uri address) => address.IsAbsoluteUri && (address.Scheme is "https" or "http");
}
