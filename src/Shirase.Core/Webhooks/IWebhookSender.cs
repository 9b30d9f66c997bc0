namespace Shirase.Core.Webhooks;

/// <summary>Carries one message to an address that somebody entered.</summary>
public interface IWebhookSender
{
    /// <summary>False for an address that is never called: not https, with a password in it, or plainly inside a private network.</summary>
    bool MayCall(Uri address);

    Task<WebhookOutcome> SendAsync(WebhookCall call, CancellationToken ct);
}

/// <summary>A message as it goes out.</summary>
/// <param name="Id">Stays the same however often it is sent.</param>
/// <param name="At">When it is sent.</param>
/// <param name="Secrets">In clear, for the moment of the call; the newest first.</param>
public sealed record WebhookCall(Uri Address, string Id, DateTimeOffset At, string Body, IReadOnlyList<string> Secrets)
{
    public override string ToString() => Id;
}

/// <summary>What became of one attempt.</summary>
/// <param name="Status">Status of the answer, or null where there was none.</param>
/// <param name="Trouble">Empty when it was taken; else <c>status</c>, <c>redirect</c>, <c>refused-address</c>, <c>unreachable</c>, <c>timeout</c> or <c>keys</c>.</param>
public sealed record WebhookOutcome(int? Status, string Trouble)
{
    public bool IsTaken => Trouble.Length == 0;

    /// <summary>The receiver says that it is gone for good (410).</summary>
    public bool IsGone => Status == 410;
}
