namespace Shirase.Core.Webhooks;

/// <summary>Something other systems can be told of. Its name is the journal's verb: one word for one fact.</summary>
/// <param name="Name">Such as <c>delivery.published</c>.</param>
public sealed record WebhookEvent(string Name, Localized Meaning)
{
    /// <summary>Every event. What the journal does not tell here is told to nobody outside.</summary>
    public static IReadOnlyList<WebhookEvent> All { get; } =
    [
        new("application.submitted", new("決裁に回された", "Filed for decision")),
        new("application.approved", new("承認された", "Approved in one step")),
        new("application.returned", new("差し戻された", "Returned")),
        new("application.rejected", new("却下された", "Rejected")),
        new("application.withdrawn", new("取り下げられた", "Withdrawn")),
        new("delivery.ordered", new("投稿が指示された", "Publication ordered")),
        new("delivery.scheduled", new("投稿が予約された", "Publication scheduled")),
        new("delivery.cancelled", new("予約が取り消された", "Cancelled before it went out")),
        new("delivery.published", new("投稿された", "Published")),
        new("delivery.held", new("発信が保留になった", "Held for a human")),
        new("delivery.refused", new("発信先に断られた", "Refused by the platform")),
        new("delivery.unknown", new("発信先の応答が失われた", "The platform's answer was lost")),
        new("delivery.undecided", new("掲載の有無を職員が確かめる必要がある", "A human has to find out whether it stands")),
        new("delivery.removal-ordered", new("削除が指示された", "Deletion ordered")),
        new("delivery.removed", new("削除が確かめられた", "Verified as deleted")),
        new("delivery.removal-failed", new("削除できない", "Cannot be deleted")),
        new("delivery.still-stands", new("削除後も掲載されている", "Still stands after its deletion")),
        new("error.reported", new("誤りの申出があった", "An error was reported")),
        new("error.closed", new("誤りではないとされた", "Found to be no error")),
        new("correction.written", new("訂正の内容が書かれた", "A correction was written down")),
        new("correction.announced", new("訂正のお知らせが載った", "A correction was announced")),
        new("correction.abandoned", new("訂正しないこととされた", "A correction was given up")),
        new("account.stopped", new("アカウントが停止された", "An account was stopped")),
        new("account.resumed", new("アカウントが再開された", "An account was resumed")),
        new("publish.frozen", new("一斉停止された", "Everything was stopped")),
        new("publish.resumed", new("一斉停止が解除された", "Everything goes on")),
        new(Test, new("試験", "A test")),
    ];

    /// <summary>Sent on an administrator's wish only.</summary>
    public const string Test = "webhook.test";

    public static WebhookEvent? Find(string name) => All.FirstOrDefault(e => e.Name == name);
}
