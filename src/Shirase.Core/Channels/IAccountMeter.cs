namespace Shirase.Core.Channels;

/// <summary>Hears of every call that counts against an account's money or limits. It never fails a call: what was sent was sent.</summary>
public interface IAccountMeter
{
    Task NoteAsync(PlatformCall call, CancellationToken ct);
}

/// <summary>One call to a platform.</summary>
/// <param name="Body">The body.</param>
/// <param name="Account">The account it counts against.</param>
/// <param name="Operation">Method and path without ids, such as <c>POST /2/tweets</c>.</param>
/// <param name="Status">The platform's status, or 0 when no answer came.</param>
/// <param name="Cost">Millionths of a US dollar; counted also when the answer was lost.</param>
/// <param name="At">When.</param>
/// <param name="Rates">What the platform said is left.</param>
public sealed record PlatformCall(
    BodyId Body, AccountId Account, string Operation, int Status, long Cost, DateTimeOffset At, IReadOnlyList<RateWindow> Rates);

/// <summary>One limit of the platform, as it was told with an answer.</summary>
/// <param name="Name"><c>15min</c>, <c>app-24h</c> or <c>user-24h</c>.</param>
/// <param name="Limit">Calls in the window.</param>
/// <param name="Remaining">Calls that are left.</param>
/// <param name="ResetAt">When the window ends.</param>
public sealed record RateWindow(string Name, int Limit, int Remaining, DateTimeOffset ResetAt);

/// <summary>A channel on which each message costs money.</summary>
public interface ICostMoney : IChannel
{
    /// <summary>What this message will cost, in millionths of a US dollar.</summary>
    long CostOf(string text, bool isRepost);
}
