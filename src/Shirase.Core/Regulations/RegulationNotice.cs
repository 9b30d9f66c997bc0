namespace Shirase.Core.Regulations;

/// <summary>The notice (通達) by which a document was issued, as the register of documents shows it; null parts are not known.</summary>
/// <param name="Number">Number of the document, such as 群広第83号.</param>
/// <param name="Date">Day of issue.</param>
/// <param name="To">To whom it is addressed (あて先).</param>
/// <param name="Mark">Mark of the offices that issue it together, such as [情管].</param>
/// <param name="Retention">Retention class of the notice itself (保存期間); that of cases is another matter (gm-0-1).</param>
/// <param name="Clause">The clause that states all this, or null.</param>
/// <param name="Repeals">Documents that it puts out of force.</param>
public sealed record RegulationNotice(
    string? Number, DateOnly? Date, Localized? To, string? Mark, Localized? Retention, string? Clause, IReadOnlyList<RepealedNotice> Repeals);

/// <summary>A document that another one put out of force; nothing new is done under it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number, such as 群広第215号; also what it is named by.</param>
/// <param name="Date">Day of its issue.</param>
/// <param name="Slug">Short name of its file where it is or was installed here; null otherwise.</param>
/// <param name="Clause">The clause that repeals it.</param>
public sealed record RepealedNotice(Localized Title, string Number, DateOnly Date, string? Slug, string Clause);
