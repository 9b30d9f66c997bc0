namespace Shirase.Core.Regulations;

/// <summary>Where a document of the register stands on a day.</summary>
public enum DocumentStanding
{
    InForce,
    Coming,
    Repealed,
}

/// <summary>One line of the register of documents (通達等の台帳).</summary>
/// <param name="Title">Title.</param>
/// <param name="Notice">Number, date, addressees and retention class; null where the file names none.</param>
/// <param name="Regulation">The rule set that runs here; null for a document that was repealed before it could.</param>
/// <param name="Standing">Whether it holds on the day.</param>
/// <param name="Successor">What holds instead; null unless it is repealed and a successor is installed.</param>
/// <param name="Clause">The clause that repeals it, or that states its number; null where neither is known.</param>
public sealed record RegisteredDocument(
    Localized Title, RegulationNotice? Notice, Regulation? Regulation, DocumentStanding Standing, Regulation? Successor, string? Clause);

/// <summary>
/// All documents that govern here, will govern or did. A document is out of force when its last day is over or when another one that is in
/// force repeals it; it stays readable and can no longer be chosen (gx-0-3, gm-0-3).
/// </summary>
public static class DocumentRegister
{
    /// <summary>Those in force first, then those to come, then the repealed ones, each by short name and age.</summary>
    public static IReadOnlyList<RegisteredDocument> Of(RegulationLibrary library, DateOnly day)
    {
        var installed = library.All.Select(r => Line(library, r, day));
        var only = RepealsOn(library, day).Where(r => r.Gone.Slug is not { } slug || library.Versions(slug).Count == 0)
            .Select(r => new RegisteredDocument(
                r.Gone.Title,
                new(r.Gone.Number, r.Gone.Date, null, null, null, null, []),
                null,
                DocumentStanding.Repealed,
                Latest(library, r.By, day),
                r.Gone.Clause));
        return [.. installed.Concat(only).OrderBy(d => d.Standing)];
    }

    /// <summary>Why nothing new is done under the document that is named so, or null where it is in force or unknown.</summary>
    /// <param name="named">Short name of a file, or number of a notice.</param>
    public static RepealedDocumentNamed? Refuse(RegulationLibrary library, string named, DateOnly day)
    {
        var name = named.Trim();
        var found = Of(library, day).Where(d => d.Regulation?.Slug == name || d.Notice?.Number == name || d.Notice is null && d.Title.Ja == name).ToList();
        return found.Count > 0 && found.All(d => d.Standing == DocumentStanding.Repealed)
            ? new RepealedDocumentNamed(found[^1].Title, found[^1].Notice?.Number, found[^1].Successor?.Title, found[^1].Clause)
            : null;
    }

    private static RegisteredDocument Line(RegulationLibrary library, Regulation regulation, DateOnly day)
    {
        var repeal = RepealsOn(library, day).FirstOrDefault(r => r.Gone.Slug == regulation.Slug && r.By.Slug != regulation.Slug);
        var standing = repeal.Gone is not null || regulation.InForceTo < day ? DocumentStanding.Repealed
            : regulation.InForceFrom > day ? DocumentStanding.Coming
            : DocumentStanding.InForce;
        return new(
            regulation.Title,
            regulation.Notice,
            regulation,
            standing,
            standing == DocumentStanding.Repealed ? Latest(library, repeal.By ?? regulation, day) : null,
            repeal.Gone?.Clause ?? regulation.Notice?.Clause);
    }

    // A successor is named as it holds today: its newest version, not the one that once repealed
    private static Regulation? Latest(RegulationLibrary library, Regulation by, DateOnly day) => library.InForce(by.Slug, day);

    private static IEnumerable<(RepealedNotice Gone, Regulation By)> RepealsOn(RegulationLibrary library, DateOnly day) =>
        library.All.Where(r => r.InForceFrom <= day).SelectMany(r => (r.Notice?.Repeals ?? []).Select(gone => (gone, r)))
            .GroupBy(r => r.gone.Number, StringComparer.Ordinal).Select(g => g.Last());
}

/// <summary>The document was repealed; what holds instead is named.</summary>
public sealed record RepealedDocumentNamed(Localized Title, string? Number, Localized? Successor, string? By) : Refusal(new Localized(
    $"廃止済みの通達は適用できません。「{Title.Ja}」{(Number is null ? "" : $"（{Number}）")}は効力を失っています。{(Successor is null ? "効力のある規程を選んでください。" : $"後継の「{Successor.Ja}」によってください。")}",
    $"A repealed notice cannot be applied. “{Title.En}”{(Number is null ? "" : $" ({Number})")} is no longer in force. {(Successor is null ? "Choose a document in force." : $"Use its successor, “{Successor.En}”.")}"), By);
