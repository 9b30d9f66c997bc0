using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Posts;

/// <summary>Whether it may be made public.</summary>
/// <param name="Class"><c>1</c>, <c>2</c> or <c>other</c>.</param>
/// <param name="Status"><c>public</c> or <c>not-public</c>.</param>
/// <param name="DecisionNumber">Number of the decision to make it public.</param>
/// <param name="DecidedOn">Its day.</param>
/// <param name="NotBefore">Nothing goes out before this moment.</param>
public sealed record ReleaseBody(string Class = "", string Status = "", string DecisionNumber = "", DateOnly? DecidedOn = null, DateTimeOffset? NotBefore = null)
{
    // Nothing stated is nothing, so that a case keeps the content that the form would give it
    internal ReleaseFacts? Content() =>
        new ReleaseFacts(Class.Trim(), Status.Trim(), DecisionNumber.Trim(), DecidedOn, NotBefore?.InJapan().Truncated()) is var facts
        && facts == new ReleaseFacts("", "", "", null, null) ? null : facts;
}

/// <summary>Whether it has to stand on the website first.</summary>
/// <param name="IsCritical">True where a day without it would have grave effects.</param>
/// <param name="Address">The page on the official website.</param>
public sealed record WebsiteFirstBody(bool IsCritical = false, string Address = "")
{
    internal WebsiteFirst Content() => new(IsCritical, IsCritical ? Address.Trim() : "");
}

/// <summary>How a quoted post was verified.</summary>
/// <param name="Verified">How.</param>
/// <param name="Persons"><c>none</c> or <c>consented</c>.</param>
/// <param name="Consent">Note on the consent of the persons.</param>
public sealed record CareBody(string Verified = "", string Persons = "", string Consent = "")
{
    internal QuoteCare? Content() =>
        new QuoteCare(Verified.Trim(), Persons.Trim(), Consent.Trim()) is var care && care == new QuoteCare("", "", "") ? null : care;
}

/// <summary>Consent of the family.</summary>
/// <param name="Person">Who consented, such as 父.</param>
/// <param name="At">When.</param>
public sealed record FamilyBody(string Person = "", DateTimeOffset? At = null)
{
    internal FamilyConsent? Content() => Person.Trim().Length == 0 && At is null ? null : new(Person.Trim(), At?.InJapan().Truncated());
}
