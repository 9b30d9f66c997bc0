using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Shirase.Tests.Access;

/// <summary>Every endpoint of the running product under the name that the access table uses.</summary>
internal static class Endpoints
{
    public static async Task<IReadOnlyList<string>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText?.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                // A page answers GET even without a handler of its own
                names.Add($"GET {route}");
                foreach (var handler in compiled.HandlerMethods)
                {
                    names.Add($"{handler.HttpMethod.ToUpperInvariant()} {route}{(handler.Name is { Length: > 0 } n ? $"?{n.ToLowerInvariant()}" : "")}");
                }
            }
            else
            {
                names.UnionWith((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => $"{m} {route}"));
            }
        }

        return [.. names];
    }
}
