using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Core.Webhooks;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Webhooks;

/// <summary>
/// Prepares messages and jobs for whoever wants to be told of a journal entry, in the entry's own transaction. Called where entries are
/// written and nowhere else: what changes is journalled, and what is journalled is told.
/// </summary>
internal static class WebhookFan
{
    // Ids, hashes and states only; whatever else a journal entry may tell stays inside
    private static readonly string[] Told = ["state", "step", "version", "hash", "clause", "gate", "outcome", "account"];

    public static async Task PrepareAsync(ShiraseDb db, BodyId of, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var told = entries.Where(e => WebhookEvent.Find(e.Verb) is not null).ToList();
        if (told.Count == 0)
        {
            return;
        }

        var subscriptions = await db.WebhookSubscriptions.AsNoTracking().Where(s => s.Body == of && s.DisabledAt == null).ToListAsync(ct);
        foreach (var entry in told)
        {
            foreach (var subscription in subscriptions.Where(s => s.Wants(entry.Verb)))
            {
                Send(db, subscription, entry.Verb, PayloadOf(entry), entry.At);
            }
        }
    }

    /// <summary>Prepares one message with its job. Every address has a queue of its own: a dead receiver delays nobody.</summary>
    public static WebhookMessage Send(ShiraseDb db, WebhookSubscription subscription, string @event, string payload, DateTimeOffset at)
    {
        var message = new WebhookMessage(Guid.CreateVersion7(at), subscription.Body, subscription.Id, @event, payload, at);
        db.Add(message);
        db.Add(JobOf(message, at));
        return message;
    }

    public static Job JobOf(WebhookMessage message, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), message.Body, WebhookJob.Kind, message.Id, at, at, $"webhook/{message.Subscription}");

    public static string PayloadOf(string type, DateTimeOffset at, object data) =>
        JsonSerializer.Serialize(new { type, timestamp = at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture), data });

    private static string PayloadOf(JournalEntry entry)
    {
        using var detail = JsonDocument.Parse(entry.Detail);
        var facts = detail.RootElement.EnumerateObject()
            .Where(p => Told.Contains(p.Name) && p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            .ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal);
        return PayloadOf(entry.Verb, entry.At, new { body = entry.Body.Slug, subject = entry.Subject, entry = entry.Number, facts });
    }
}
