using Microsoft.Extensions.DependencyInjection;
using Shirase.Outbox;

namespace Shirase.Webhooks;

public static class WebhookRegistration
{
    /// <summary>Telling other systems. Needs a <see cref="Core.Webhooks.IWebhookSender"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookSettings>().BindConfiguration(WebhookSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<KeepWebhooks>().AddJob<WebhookJob>(WebhookJob.Kind);
    }
}
