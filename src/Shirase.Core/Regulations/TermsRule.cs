namespace Shirase.Core.Regulations;

/// <summary>How the terms of a platform's operator are reviewed (約款の確認). Null where the document asks for no sheet.</summary>
/// <param name="Clause">The clause that wants them reviewed before the use starts.</param>
/// <param name="GivenUp">The clause that wants the use given up when a disadvantage is found.</param>
/// <param name="Points">What is looked at, one by one.</param>
public sealed record TermsRule(string Clause, string GivenUp, IReadOnlyList<TermsPoint> Points);

/// <summary>One point of the review, such as the governing law.</summary>
public sealed record TermsPoint(string Id, Localized Name);
