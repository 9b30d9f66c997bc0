using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Webhooks;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Webhooks;

/// <summary>The one moment at which a secret is known in clear.</summary>
public sealed record IssuedSecret(Guid Subscription, string Clear)
{
    public override string ToString() => $"webhook {Subscription}";
}

/// <summary>通知先の管理: entered, renewed, stopped and removed by administrators; every act stands in the journal, without the address.</summary>
public sealed class KeepWebhooks(ShiraseDb db, SecretVault vault, IWebhookSender sender, Rosters rosters, IOptions<WebhookSettings> settings, JobSignal signal)
{
    public async Task<Result<IssuedSecret>> SubscribeAsync(BodyId body, string address, IReadOnlyCollection<string> events, Act act, CancellationToken ct)
    {
        if (address.Length > Entries.Longest || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || !sender.MayCall(uri))
        {
            return new WebhookAddressIsBad();
        }

        if (events.Count == 0 || events.Any(e => WebhookEvent.Find(e) is null))
        {
            return new WebhookNeedsEvents();
        }

        await using var change = await db.BeginChangeAsync(body, ct);
        if (await RefuseAsync(body, act, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.WebhookSubscriptions.CountAsync(s => s.Body == body, ct) >= settings.Value.MostOfOneBody)
        {
            return new TooManyWebhooks(settings.Value.MostOfOneBody);
        }

        var clear = NewSecret();
        var subscription = new WebhookSubscription(
            Guid.CreateVersion7(act.At), body, uri.AbsoluteUri, string.Join(' ', WebhookEvent.All.Select(e => e.Name).Where(events.Contains)), vault.Protect(clear), act.By, act.At);
        db.Add(subscription);
        db.Record(body, act, "webhook.subscribed", $"webhook/{subscription.Id}", new { events = subscription.Events });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return new IssuedSecret(subscription.Id, clear);
    }

    /// <summary>A new secret; the one before signs besides for a while, so that the receiver may change in peace.</summary>
    public async Task<Result<IssuedSecret>> RotateAsync(BodyId body, Guid id, Act act, CancellationToken ct)
    {
        var clear = NewSecret();
        return await AlterAsync(body, id, act, "webhook.rotated", s => s.Rotate(vault.Protect(clear), act.At.AddHours(settings.Value.OldSecretHours)), ct) is { } refusal
            ? refusal
            : new IssuedSecret(id, clear);
    }

    public Task<Refusal?> DisableAsync(BodyId body, Guid id, Act act, CancellationToken ct) =>
        AlterAsync(body, id, act, "webhook.disabled", s => s.Disable(act.At, "by-hand"), ct);

    public Task<Refusal?> EnableAsync(BodyId body, Guid id, Act act, CancellationToken ct) => AlterAsync(body, id, act, "webhook.enabled", s => s.Enable(), ct);

    /// <summary>Removes it with the list of what was sent.</summary>
    public Task<Refusal?> RemoveAsync(BodyId body, Guid id, Act act, CancellationToken ct) => AlterAsync(body, id, act, "webhook.removed", s => db.Remove(s), ct);

    /// <summary>Sends a test message, so that the receiver can be tried out.</summary>
    public async Task<Refusal?> TestAsync(BodyId body, Guid id, Act act, CancellationToken ct)
    {
        var refusal = await AlterAsync(body, id, act, "webhook.tested",
            s => WebhookFan.Send(db, s, WebhookEvent.Test, WebhookFan.PayloadOf(WebhookEvent.Test, act.At, new { body = body.Slug, subject = $"webhook/{s.Id}" }), act.At), ct);
        signal.Wake();
        return refusal;
    }

    /// <summary>送り直し of one message, under the same id.</summary>
    public async Task<Refusal?> ResendAsync(BodyId body, Guid id, Guid message, Act act, CancellationToken ct)
    {
        var found = await db.WebhookMessages.SingleOrDefaultAsync(m => m.Body == body && m.Id == message && m.Subscription == id, ct);
        if (found is null)
        {
            return new NoSuchEntry();
        }

        if (found.State == WebhookState.Waiting)
        {
            return new WebhookIsOnItsWay();
        }

        var refusal = await AlterAsync(body, id, act, "webhook.resent", _ =>
        {
            found.Resend();
            db.Add(WebhookFan.JobOf(found, act.At));
        }, ct, s => s.IsActive ? null : new WebhookIsDisabled());
        signal.Wake();
        return refusal;
    }

    private async Task<Refusal?> AlterAsync(
        BodyId body, Guid id, Act act, string verb, Action<WebhookSubscription> alter, CancellationToken ct, Func<WebhookSubscription, Refusal?>? refuse = null)
    {
        await using var change = await db.BeginChangeAsync(body, ct);
        if (await RefuseAsync(body, act, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.WebhookSubscriptions.SingleOrDefaultAsync(s => s.Body == body && s.Id == id, ct) is not { } subscription)
        {
            return new NoSuchEntry();
        }

        if (refuse?.Invoke(subscription) is { } not)
        {
            return not;
        }

        alter(subscription);
        db.Record(body, act, verb, $"webhook/{id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> RefuseAsync(BodyId body, Act act, CancellationToken ct) =>
        (await rosters.OnAsync(body, act.At.JapanDay(), ct)).SeatsOf(act.By).Any(s => s is { Regulation: Appointment.System, Role: SystemRole.Administrator })
            ? null
            : new OnlyAdministratorsKeepWebhooks();

    private static string NewSecret() => WebhookSignature.SecretOf(RandomNumberGenerator.GetBytes(WebhookSignature.SecretBytes));
}

public sealed record WebhookAddressIsBad() : Refusal(new Localized(
    "通知先は https:// で始まる、外部から届くアドレスを500字以内で書いてください。内部のネットワークの相手は、運用担当が Outbound:AllowedHosts に登録します。",
    "Write an address beginning with https:// that can be reached from outside, in at most 500 characters. A host of an inner network is entered by the operator in Outbound:AllowedHosts."));

public sealed record WebhookNeedsEvents() : Refusal(new Localized(
    "知らせる出来事を一覧から1つ以上選んでください。", "Choose at least one event of the list."));

public sealed record TooManyWebhooks(int Most) : Refusal(new Localized(
    $"通知先は{Most}件までです。使わないものを削除してください。", $"There are at most {Most} addresses. Remove what is not used."));

public sealed record OnlyAdministratorsKeepWebhooks() : Refusal(new Localized(
    "外部への通知を管理できるのはシステム管理者だけです。", "Only administrators keep webhooks."));

public sealed record WebhookIsOnItsWay() : Refusal(new Localized(
    "この通知は送信を待っています。", "This message is on its way."));

public sealed record WebhookIsDisabled() : Refusal(new Localized(
    "この通知先は止めてあります。再開してから送り直してください。", "This address is disabled. Enable it first."));
