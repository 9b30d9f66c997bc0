namespace Shirase.Core.Regulations;

/// <summary>What has to be there before a new account is used (運用開始). Null where an account is in use from its entry on.</summary>
/// <param name="Senders">The clause that wants somebody who is named to send.</param>
/// <param name="Points">What somebody has to have seen on the platform.</param>
public sealed record StartRule(string Senders, IReadOnlyList<StartPoint> Points);

/// <summary>One thing that is confirmed before the use starts, with what was seen.</summary>
/// <param name="Ask">The sentence with which the start is refused while nobody confirmed it.</param>
public sealed record StartPoint(string Id, string Clause, Localized Name, Localized Ask);
