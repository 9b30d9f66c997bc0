using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Web.Api;

/// <summary>
/// Every unsafe call carries the name of its act (Idempotency-Key). Repeated under it, the call is answered as it was answered and
/// nothing is done again; see decision 0033 for what a crash leaves.
/// </summary>
public sealed class IdempotencyKeys(RequestDelegate next, IServiceScopeFactory scopes, IOptions<ApiOptions> options, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";

    public async Task InvokeAsync(HttpContext context, TokenAccessor token, ShiraseDb db)
    {
        if (HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint() is not RouteEndpoint)
        {
            await next(context);
            return;
        }

        if (await JsonBodies.ReadAsync(context) is { } unreadable)
        {
            await Problems.WriteAsync(context, unreadable);
            return;
        }

        if (KeyOf(context.Request) is not { } key)
        {
            await Problems.WriteAsync(context, new IdempotencyKeyIsNeeded());
            return;
        }

        var holder = token.Required;
        var claim = await InOwnScopeAsync(calls => calls.BeginAsync(
            holder.Person.Body, holder.Token.Id, key, Fingerprint(context), clock.GetUtcNow().Truncated(),
            TimeSpan.FromHours(options.Value.IdempotencyHours), TimeSpan.FromSeconds(options.Value.CallSeconds), context.RequestAborted));
        switch (claim)
        {
            case CallClaim.Begun begun:
                db.ActsFor(begun);
                await RunAsync(context, begun);
                break;
            case CallClaim.Answered { Answer: var answer }:
                await RepeatAsync(context, answer);
                break;
            case CallClaim.OfAnother:
                await Problems.WriteAsync(context, new IdempotencyKeyIsTaken());
                break;
            case CallClaim.Lost { Subject: var subject }:
                await Problems.WriteAsync(context, new AnswerWasLost(subject));
                break;
            default:
                await Problems.WriteAsync(context, new CallIsRunning());
                break;
        }
    }

    private async Task RunAsync(HttpContext context, CallClaim.Begun begun)
    {
        var (response, outside) = (context.Response, context.Response.Body);
        using var inside = new MemoryStream();
        response.Body = inside;
        CallAnswer? answer = null;
        try
        {
            await next(context);
            answer = new(response.StatusCode, response.ContentType, Text(response.Headers.Location), Text(response.Headers.ETag), inside.ToArray());
        }
        finally
        {
            response.Body = outside;

            // Also for a client that hung up: the name must not stay with a call that did nothing
            await InOwnScopeAsync(async calls =>
            {
                await calls.EndAsync(begun, answer, CancellationToken.None);
                return true;
            });
        }

        await outside.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static async Task RepeatAsync(HttpContext context, CallAnswer answer)
    {
        var response = context.Response;
        (response.StatusCode, response.ContentType) = (answer.Status, answer.ContentType);
        (response.Headers.Location, response.Headers.ETag) = (answer.Location, answer.ETag);
        response.Headers[Replayed] = "true";
        await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    // The row of the call is committed by itself: the act's own transaction only marks it
    private async Task<T> InOwnScopeAsync<T>(Func<IdempotentCalls, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IdempotentCalls>());
    }

    private static string? KeyOf(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 and <= IdempotentCall.LongestKey } key] && key.All(c => c is >= '!' and <= '~') ? key : null;

    private static string? Text(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();

    private static string Fingerprint(HttpContext context)
    {
        var request = context.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.ContentType}\n{request.Headers.IfMatch}\n"));
        hash.AppendData(JsonBodies.Of(context).Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
