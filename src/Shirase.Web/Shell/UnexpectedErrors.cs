using Microsoft.AspNetCore.Diagnostics;

namespace Shirase.Web.Shell;

/// <summary>Gives every unexpected error a number that the person reads out and the log holds.</summary>
public sealed partial class UnexpectedErrors(ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    private static readonly object Key = new();

    public static string? Number(HttpContext context) => context.Items[Key] as string;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var number = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
        httpContext.Items[Key] = number;
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint;
        LogIncident(number, httpContext.Request.Method, endpoint?.RoutePattern.RawText, exception);

        // The page that tells of it has no handler: with the one that failed, the table would answer 403
        httpContext.Request.QueryString = default;
        return ValueTask.FromResult(false);
    }

    public static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    [LoggerMessage(1, LogLevel.Error, "Incident {Incident} at {Method} {Route}", EventName = nameof(LogIncident))]
    private partial void LogIncident(string incident, string method, string? route, Exception exception);
}
