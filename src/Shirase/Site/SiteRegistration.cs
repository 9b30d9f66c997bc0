using Microsoft.Extensions.DependencyInjection;

namespace Shirase.Site;

public static class SiteRegistration
{
    /// <summary>What the public pages read.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services) =>
        services.AddScoped<PublicArchive>().AddScoped<Genuineness>();
}
