namespace Shirase.Core.Posts;

/// <summary>Whether an information may be made public at all, as its author states it (ok-5-4, to-6-1-a).</summary>
/// <param name="Class">Class of the body's own classification: <c>1</c>, <c>2</c>, <c>other</c>; empty while not chosen.</param>
/// <param name="Status"><c>public</c> for what is or will be published, <c>not-public</c>; empty while not chosen.</param>
/// <param name="DecisionNumber">Number of the document by which publication was decided.</param>
/// <param name="DecidedOn">Day of that decision.</param>
/// <param name="NotBefore">Nothing goes out before it (解禁日時); null without one.</param>
public sealed record ReleaseFacts(string Class, string Status, string DecisionNumber, DateOnly? DecidedOn, DateTimeOffset? NotBefore)
{
    /// <summary>True when it is on record who decided that it may be published, and when.</summary>
    public bool IsDecided => DecisionNumber.Length > 0 && DecidedOn is not null;
}

/// <summary>The answer to whether something must not vanish for a day, and where it stands on the website (ok-4-8).</summary>
/// <param name="IsCritical">True when a day without it would have grave effects.</param>
/// <param name="Address">Address of the page that carries it.</param>
public sealed record WebsiteFirst(bool IsCritical, string Address);

/// <summary>Care with which the post of somebody else is quoted (ok-5-2-e-1, to-6-1-u).</summary>
/// <param name="Verified">How its content was verified.</param>
/// <param name="Persons"><c>none</c> when nobody can be recognised, <c>consented</c> with <paramref name="Consent"/>; empty while not answered.</param>
/// <param name="Consent">Who consented, when and to what.</param>
public sealed record QuoteCare(string Verified, string Persons, string Consent);
