namespace Shirase.Web.Pages.Posts;

/// <summary>What the pages of the author work with.</summary>
public static class DraftingSetup
{
    public static IServiceCollection AddDraftingPages(this IServiceCollection services) => services
        .AddScoped<FormTools>().AddScoped<FormReader>().AddScoped<FormChecks>().AddScoped<Filing>()
        .AddScoped<CaseQuery>().AddScoped<PrecedentQuery>().AddScoped<Home.HomeReader>();
}
