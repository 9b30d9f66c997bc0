using Shirase.Web.Pages.Incidents;

namespace Shirase.Web.Posts;

public static class CasesRegistration
{
    /// <summary>What the pages of cases ask for.</summary>
    public static IServiceCollection AddCaseFiles(this IServiceCollection services) => services.AddScoped<CaseFiles>().AddScoped<ErrorPanels>().AddScoped<IncidentsReader>().AddScoped<FlareUpReader>();
}
