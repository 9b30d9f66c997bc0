using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Storage;

namespace Shirase.Duties;

public static class TellPeople
{
    /// <summary>Adds one notice for each of the people, with the change that causes it; the caller saves.</summary>
    /// <param name="kind">Such as <c>delivery.published</c>.</param>
    /// <param name="clause">The clause that demands it to be told.</param>
    /// <param name="about">The case that it leads to.</param>
    public static void Tell(
        this ShiraseDb db, BodyId body, IEnumerable<StaffId> people, string kind, Localized words, string? clause, DateTimeOffset at, PostApplicationId? about = null) =>
        db.AddRange(people.Distinct().Select(p => new Notice(Guid.CreateVersion7(at), body, p, kind, words.Ja, words.En, about, clause, at)));
}
