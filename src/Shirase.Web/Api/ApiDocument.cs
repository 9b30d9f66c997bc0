using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Shirase.Web.Access;

namespace Shirase.Web.Api;

/// <summary>The description of the interface (OpenAPI 3.1), made of the routes and of the table of authorization.</summary>
internal static class ApiDocument
{
    private const string Bearer = "token";

    private static readonly string[] ImageTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"];

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Shirase",
                Version = "1",
                Description = "What public bodies say in public, under their written regulations. Every staff action passes the same gate as on the pages. See docs/how-to/api.md.",
                License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            // Where it stands is the reader's matter; the committed document names no host
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An interface token of a member of staff, beginning with shirase_. It opens no more than the person may do today.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Read by converters of our own, which tell the generator nothing
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(DateTimeOffset) || type == typeof(DateOnly))
            {
                schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
                schema.Format = type == typeof(DateOnly) ? "date" : "date-time";
            }

            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/api/v1/openapi.json");

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var method = context.Description.HttpMethod ?? "GET";
        var endpoint = context.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation.OperationId).RoutePattern.RawText;
        var row = AccessTable.Find($"{method} /{endpoint?.Trim('/')}") ?? throw new InvalidOperationException($"{method} {endpoint} has no line in the table of access.");
        operation.Description = Words(row);
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = row.Scope is { Length: > 0 } scope ? [scope] : [] }];
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = "Accept-Language", In = ParameterLocation.Header, Description = "ja or en, for the sentences of answers.", Schema = Text() });
        var unsafeCall = method != "GET";
        if (unsafeCall)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotencyKeys.Header,
                In = ParameterLocation.Header,
                Required = true,
                Description = "Stands for this one act; a repeated call is answered and not done again.",
                Schema = Text(),
            });
        }

        var isSave = operation.OperationId == "savePost";
        if (isSave)
        {
            operation.Parameters.Add(new OpenApiParameter { Name = "If-Match", In = ParameterLocation.Header, Required = true, Description = "The ETag of the case as it was read.", Schema = Text() });
        }

        if (operation.OperationId == "attachToPost")
        {
            // Read as it comes: a type that routing asks for would be refused before the token is looked at
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = ImageTypes.ToDictionary(t => t, _ => new OpenApiMediaType(), StringComparer.Ordinal),
            };
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemShape), null, ct);
        context.Document?.AddComponent(nameof(ProblemShape), problem);
        operation.Responses ??= [];
        int[] statuses = unsafeCall ? isSave ? [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429] : [400, 401, 403, 404, 409, 413, 415, 422, 429] : [400, 401, 403, 404, 429];
        foreach (var status in statuses)
        {
            var name = $"Problem{status}";
            context.Document?.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
            {
                Description = Meaning(status),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [MediaTypeNames.Application.ProblemJson] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemShape), context.Document) },
                },
            });
            operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponseReference(name, context.Document);
        }
    }

    private static string Words(AccessRow row)
    {
        var clause = row.Clause is null ? "" : $" Clause {row.Clause}.";
        var reach = row.Reach switch
        {
            Reach.Case => " A token bound to a unit reaches cases of that unit only.",
            Reach.Body => " Closed to tokens bound to a unit.",
            _ => "",
        };
        return $"Scope: {(row.Scope is { Length: > 0 } scope ? scope : "none")}. Seats: {row.Who}.{clause}{reach}";
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static string Meaning(int status) => status switch
    {
        400 => "The request cannot be read.",
        401 => "No token, or one that does not hold.",
        403 => "The person, or the token, may not do this.",
        404 => "It is not there, or not for this person.",
        409 => "The present state does not allow it; the gate is closed; or the same call is running.",
        412 => "Somebody changed it since it was read.",
        413 => "The body is too large.",
        415 => "The Content-Type is wrong.",
        422 => "What was sent is refused as it stands, or the Idempotency-Key stands for another call.",
        428 => "If-Match is missing.",
        _ => "Too many calls; Retry-After says when.",
    };
}
