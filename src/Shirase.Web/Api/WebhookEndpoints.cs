using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Webhooks;
using Shirase.People;
using Shirase.Storage;
using Shirase.Webhooks;

namespace Shirase.Web.Api;

/// <summary>An address that is told of events.</summary>
public sealed record WebhookShape(Guid Id, string Address, IReadOnlyList<string> Events, DateTimeOffset CreatedAt, bool IsActive, DateTimeOffset? DisabledAt, string DisabledBecause, DateTimeOffset? OldSecretUntil)
{
    public static WebhookShape Of(WebhookSubscription s) => new(s.Id, s.Address, s.EventNames, s.CreatedAt, s.IsActive, s.DisabledAt, s.DisabledBecause, s.OldSecretUntil);
}

/// <summary>A new address.</summary>
/// <param name="Address">Beginning with https.</param>
/// <param name="Events">Names of events, such as <c>delivery.published</c>.</param>
public sealed record SubscribeBody(string Address, IReadOnlyList<string> Events);

/// <summary>A secret, shown in this answer only.</summary>
public sealed record SecretShape(Guid Id, string Secret);

/// <summary>One message and what became of it.</summary>
public sealed record WebhookMessageShape(Guid Id, string PublicId, string Event, DateTimeOffset CreatedAt, WebhookState State, int Attempts, DateTimeOffset? LastAt, int? LastStatus, string LastTrouble)
{
    public static WebhookMessageShape Of(WebhookMessage m) => new(m.Id, m.PublicId, m.Event, m.CreatedAt, m.State, m.Attempts, m.LastAt, m.LastStatus, m.LastTrouble);
}

internal static class WebhookEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var hooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        hooks.MapGet("", async (ShiraseDb db, CancellationToken ct) =>
            Results.Json((await db.WebhookSubscriptions.AsNoTracking().OrderBy(s => s.CreatedAt).ToListAsync(ct)).Select(WebhookShape.Of))).Says<IReadOnlyList<WebhookShape>>("listWebhooks", "List the addresses that are told");
        hooks.MapPost("", SubscribeAsync).Says<SecretShape>("subscribeWebhook", "Enter an address; the answer shows its secret, once", 201);
        hooks.MapDelete("/{webhook:guid}", (Guid webhook, HttpContext http, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            DoneAsync(http, keep.RemoveAsync(me.Required.Body, webhook, Act(me, clock), ct))).Says("removeWebhook", "Remove an address with the list of what was sent").Produces(204);
        hooks.MapPost("/{webhook:guid}/rotate", RotateAsync).Says<SecretShape>("rotateWebhookSecret", "Give it a new secret; the one before stays valid for a while");
        hooks.MapPost("/{webhook:guid}/disable", (Guid webhook, HttpContext http, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            DoneAsync(http, keep.DisableAsync(me.Required.Body, webhook, Act(me, clock), ct))).Says("disableWebhook", "Tell it no more").Produces(204);
        hooks.MapPost("/{webhook:guid}/enable", (Guid webhook, HttpContext http, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            DoneAsync(http, keep.EnableAsync(me.Required.Body, webhook, Act(me, clock), ct))).Says("enableWebhook", "Tell it again").Produces(204);
        hooks.MapPost("/{webhook:guid}/test", (Guid webhook, HttpContext http, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            DoneAsync(http, keep.TestAsync(me.Required.Body, webhook, Act(me, clock), ct))).Says("testWebhook", "Send it a test message").Produces(204);
        hooks.MapGet("/{webhook:guid}/messages", MessagesAsync).Says<Listing<WebhookMessageShape>>("listWebhookMessages", "List what was sent to an address, the newest first");
        hooks.MapPost("/{webhook:guid}/messages/{message:guid}/resend", (Guid webhook, Guid message, HttpContext http, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, CancellationToken ct) =>
            DoneAsync(http, keep.ResendAsync(me.Required.Body, webhook, message, Act(me, clock), ct))).Says("resendWebhookMessage", "Send a message again under its id").Produces(204);
    }

    private static Act Act(SignedInAccessor me, TimeProvider clock) => me.Required.Act(clock.GetUtcNow().Truncated());

    private static async Task<IResult> DoneAsync(HttpContext http, Task<Refusal?> act) =>
        await act is { } refusal ? Problems.Result(refusal, http) : Results.NoContent();

    private static async Task<IResult> SubscribeAsync(SubscribeBody body, HttpContext http, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, CancellationToken ct)
    {
        var made = await keep.SubscribeAsync(me.Required.Body, body.Address, [.. body.Events], Act(me, clock), ct);
        return made.Value is { } secret ? Results.Json(new SecretShape(secret.Subscription, secret.Clear), statusCode: StatusCodes.Status201Created) : Problems.Result(made.Refusal!, http);
    }

    private static async Task<IResult> RotateAsync(Guid webhook, HttpContext http, KeepWebhooks keep, SignedInAccessor me, TimeProvider clock, CancellationToken ct)
    {
        var made = await keep.RotateAsync(me.Required.Body, webhook, Act(me, clock), ct);
        return made.Value is { } secret ? Results.Json(new SecretShape(secret.Subscription, secret.Clear)) : Problems.Result(made.Refusal!, http);
    }

    private static async Task<IResult> MessagesAsync(Guid webhook, string? cursor, int? limit, HttpContext http, ShiraseDb db, CancellationToken ct)
    {
        if (Piece.Read(cursor, limit, out var piece) is { } wrong)
        {
            return Problems.Result(wrong, http);
        }

        if (!await db.WebhookSubscriptions.AnyAsync(s => s.Id == webhook, ct))
        {
            return Problems.Result(new NoSuchEntry(), http);
        }

        var found = db.WebhookMessages.AsNoTracking().Where(m => m.Subscription == webhook);
        if (piece.From is { At: var at })
        {
            found = found.Where(m => m.CreatedAt <= at);
        }

        return Results.Json(await piece.OfAsync(found.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id), m => m.CreatedAt, WebhookMessageShape.Of, http.Request, ct));
    }
}
