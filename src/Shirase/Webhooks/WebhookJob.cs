using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Webhooks;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Storage;
using Shirase.Storage.Instances;

namespace Shirase.Webhooks;

/// <summary>Tells one address of one event, tries again with growing waits, and ends: then the address is told no more until somebody looked.</summary>
public sealed class WebhookJob(ShiraseDb db, SecretVault vault, IWebhookSender sender, Rosters rosters, InstanceFence fence, IOptions<WebhookSettings> settings, TimeProvider clock) : IJobHandler
{
    public const string Kind = "webhook";

    /// <summary>Wait while the installation is closed. Ours.</summary>
    private static readonly TimeSpan ClosedWait = TimeSpan.FromMinutes(1);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        // A copied or restored database tells nobody what the original told already
        if (await fence.ClosedAsync(ct) is not null)
        {
            return clock.GetUtcNow().Truncated() + ClosedWait;
        }

        var message = await db.WebhookMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == job.Subject, ct);
        if (message is not { State: WebhookState.Waiting }
            || await db.WebhookSubscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == message.Subscription, ct) is not { } subscription)
        {
            return null;
        }

        var outcome = subscription.IsActive ? await SendAsync(message, subscription, ct) : null;
        return await SaveAsync(message.Id, subscription.Id, job.Body, outcome, ct);
    }

    /// <summary>Something broke in ourselves, again and again: it is told like any other end of trying.</summary>
    public async Task GiveUpAsync(Job job, CancellationToken ct)
    {
        if (await db.WebhookMessages.SingleOrDefaultAsync(m => m.Id == job.Subject, ct) is { State: WebhookState.Waiting } message)
        {
            message.GiveUp();
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<WebhookOutcome> SendAsync(WebhookMessage message, WebhookSubscription subscription, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var secrets = subscription.SecretsAt(now).Select(vault.Open).OfType<string>().ToList();
        return secrets.Count == 0
            ? new(null, "keys")
            : await sender.SendAsync(new(new Uri(subscription.Address), message.PublicId, now, message.Payload, secrets), ct);
    }

    private async Task<DateTimeOffset?> SaveAsync(Guid id, Guid address, BodyId body, WebhookOutcome? outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        await using var change = await db.BeginChangeAsync(body, ct);
        var message = await db.WebhookMessages.SingleOrDefaultAsync(m => m.Id == id, ct);
        var subscription = await db.WebhookSubscriptions.SingleOrDefaultAsync(s => s.Id == address, ct);
        if (message is not { State: WebhookState.Waiting } || subscription is null)
        {
            return null;
        }

        DateTimeOffset? again = null;
        if (outcome is null)
        {
            message.GiveUp();
        }
        else
        {
            again = message.Note(outcome, now);
            if (message.State == WebhookState.GivenUp && subscription.IsActive)
            {
                subscription.Disable(now, outcome.IsGone ? "gone" : "gave-up");
                db.Record(body, now, "webhook.disabled", $"webhook/{address}", new { because = subscription.DisabledBecause });
                await TellAsync(subscription, now, ct);
            }
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        var old = now.AddDays(-settings.Value.LogDays);
        await db.WebhookMessages.Where(m => m.Subscription == address && m.CreatedAt < old && m.State != WebhookState.Waiting).ExecuteDeleteAsync(ct);
        return again;
    }

    private async Task TellAsync(WebhookSubscription subscription, DateTimeOffset now, CancellationToken ct)
    {
        var host = new Uri(subscription.Address).IdnHost;
        var administrators = (await rosters.OnAsync(subscription.Body, now.JapanDay(), ct)).HoldersOf(Appointment.System, SystemRole.Administrator);
        db.Tell(
            subscription.Body, administrators, "webhook.disabled",
            new(
                $"外部への通知先 {host} が受け取らないため、通知を止めました。相手のシステムを確かめ、「外部への通知」の画面で再開してください。届かなかった通知は送り直せます。",
                $"{host} does not take what it is told, so it is told no more. Check that system and enable it on the page Webhooks; what did not arrive can be sent again."),
            null, now);
    }
}
