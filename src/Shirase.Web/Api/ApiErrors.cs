using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Web.Pages.Posts;

namespace Shirase.Web.Api;

/// <summary>Turns what goes wrong below into problem details: unreadable bodies, lost races, and bugs with a number.</summary>
public sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever hung up needs no answer
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not OutOfMemoryException)
        {
            var refusal = Of(e);
            if (refusal is SomethingFailed { Incident: var number })
            {
                LogIncident(number, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, e);
            }

            context.Response.Clear();
            await Problems.WriteAsync(context, refusal);
        }
    }

    private static Refusal Of(Exception e) => e switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new BodyIsTooLarge(0),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new MediaTypeIsWrong(),
        BadHttpRequestException { InnerException: JsonException json } => new BodyIsUnreadable(JsonBodies.Where(json)),
        BadHttpRequestException bad when bad.Message.Contains("body was provided", StringComparison.Ordinal) => new BodyIsUnreadable("JSON"),
        BadHttpRequestException bad when ParameterOf(bad) is { } name => new ParameterIsWrong(name),
        BadHttpRequestException => new RequestIsWrong(),
        ChannelUnreachableException => new TargetNotRead(),
        DbUpdateConcurrencyException => new ChangedMeanwhile(),
        _ => new SomethingFailed(Convert.ToHexString(RandomNumberGenerator.GetBytes(4))),
    };

    // Failed to bind parameter "int? limit" from "x".
    private static string? ParameterOf(BadHttpRequestException bad) =>
        bad.Message.Split('"') is [_, var declared, ..] && declared.Split(' ') is [.., var name] ? name : null;

    [LoggerMessage(1, LogLevel.Error, "Incident {Incident} at {Method} {Route}", EventName = nameof(LogIncident))]
    private partial void LogIncident(string incident, string method, string? route, Exception exception);
}

/// <summary>Outermost of the interface: an answer without a body becomes a problem, whoever gave it.</summary>
public sealed class BareAnswers : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await rest(context);
            if (ApiSetup.IsApi(context.Request) && context.Response is { HasStarted: false, ContentType: null, ContentLength: null or 0 } && OfStatus(context.Response.StatusCode) is { } refusal)
            {
                await Problems.WriteAsync(context, refusal);
            }
        });
        next(app);
    };

    private static Refusal? OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => new NothingHere(),
        StatusCodes.Status405MethodNotAllowed => new MethodIsNotAllowed(),
        StatusCodes.Status413PayloadTooLarge => new BodyIsTooLarge(0),
        StatusCodes.Status415UnsupportedMediaType => new MediaTypeIsWrong(),
        StatusCodes.Status400BadRequest => new RequestIsWrong(),
        _ => null,
    };
}
