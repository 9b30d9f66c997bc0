using Microsoft.AspNetCore.Http.Features;

namespace Shirase.Web.Operations.Telemetry;

/// <summary>Names the span of a request by its route, which holds no id and nothing typed; the framework leaves it without a name.</summary>
internal static class RequestSpans
{
    public static void UseRequestSpans(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
        {
            await next(context);
            return;
        }

        span.SetTag("http.request.method", context.Request.Method);
        if (context.GetEndpoint() is RouteEndpoint endpoint)
        {
            span.SetTag("http.route", endpoint.RoutePattern.RawText);
        }

        await next(context);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
    });
}
