namespace Shirase.Core.Accounts;

/// <summary>
/// A platform in the body's register (媒体の台帳). Two questions decide whether the document is about it: is it a service on the internet, and
/// can information be exchanged in both directions there. What the service offers counts, not what a unit makes of it (ok-2, to-1).
/// </summary>
public sealed class Platform(Guid id, BodyId body, string name, bool isInternetService, bool isTwoWay, string note, StaffId? by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Name { get; private set; } = name;

    public bool IsInternetService { get; private set; } = isInternetService;

    /// <summary>True also where a unit switches comments off: others can still write about the account there.</summary>
    public bool IsTwoWay { get; private set; } = isTwoWay;

    public string Note { get; private set; } = note;

    /// <summary>Who entered it; null for the sample.</summary>
    public StaffId? By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Where its operator's terms stand; empty where a person looks for them.</summary>
    public string TermsAddress { get; private set; } = "";

    public void TermsAt(string address) => TermsAddress = address;

    /// <summary>
    /// The channel of this system that leads there, such as <c>x</c>, so that accounts which nobody asked for in this system (older ones) count as
    /// its accounts too; empty where none does.
    /// </summary>
    public string Channel { get; private set; } = "";

    public void IsReachedBy(string channel) => Channel = channel;

    /// <summary>True where the document is about it, so that its accounts are asked for.</summary>
    public bool IsSocialMedium => IsInternetService && IsTwoWay;

    /// <summary>An entry of the register, or which question is unanswered.</summary>
    public static Result<Platform> Enter(BodyId body, string? name, bool? isInternetService, bool? isTwoWay, string? note, Act act, string? clause) =>
        string.IsNullOrWhiteSpace(name) ? new PlatformNeedsName(clause)
        : isInternetService is not { } service || isTwoWay is not { } twoWay ? new PlatformNeedsAnswers(clause)
        : new Platform(Guid.CreateVersion7(act.At), body, name.Trim(), service, twoWay, note?.Trim() ?? "", act.By, act.At);
}

public sealed record PlatformNeedsName(string? By) : Refusal(new Localized(
    "媒体の名前を入力してください。", "Enter the name of the platform."), By);

public sealed record PlatformNeedsAnswers(string? By) : Refusal(new Localized(
    "二つの問い（インターネットのサービスか、双方向のやり取りができるか）の両方に答えてください。",
    "Answer both questions: is it a service on the internet, and can information be exchanged in both directions."), By);

public sealed record PlatformIsKnown(string Name, string? By) : Refusal(new Localized(
    $"媒体「{Name}」は既に台帳にあります。", $"{Name} stands in the register already."), By);

public sealed record PlatformIsOutside(string Name, string? By) : Refusal(new Localized(
    $"「{Name}」は双方向のやり取りができる媒体ではないため、この文書の対象外です。アカウントの申請は要りません。",
    $"{Name} is no two-way medium, so this document is not about it; no account has to be asked for."), By);
