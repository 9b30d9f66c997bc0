using Shirase.Text;

namespace Shirase.Web.Api;

/// <summary>The interface for programs: <c>/api/v1</c>. Bearer tokens only, no cookies, no CORS, problem details for every refusal.</summary>
public static class ApiSetup
{
    public const string Root = "/api/v1";

    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TokenRate>().AddScoped<CaseAnswers>().AddTransient<IStartupFilter, BareAnswers>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o => ProgramJson.Write(o.SerializerOptions));
        return services.AddApiDocument();
    }

    /// <summary>A branch of its own, before anything that reads the session cookie.</summary>
    public static void UseApi(this WebApplication app) => app.MapWhen(context => IsApi(context.Request), api =>
    {
        api.UseMiddleware<ApiErrors>();
        api.UseMiddleware<ApiGate>();
        api.UseMiddleware<IdempotencyKeys>();
        api.UseEndpoints(_ => { });
    });

    public static void MapApi(this WebApplication app)
    {
        app.MapApiDocument();
        var api = app.MapGroup(Root);
        TokenEndpoints.Map(api);
        CaseEndpoints.Map(api);
        DeliveryEndpoints.Map(api);
        AccountEndpoints.Map(api);
        RegisterEndpoints.Map(api);
        RecordEndpoints.Map(api);
        WebhookEndpoints.Map(api);
    }
}
