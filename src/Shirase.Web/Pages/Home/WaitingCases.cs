using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Web.Pages.Posts;

namespace Shirase.Web.Pages.Home;

/// <summary>A case of the unit that waits, with how long it has waited in the same place.</summary>
/// <param name="IsLate">True past the time that the document's setting allows.</param>
public sealed record WaitingCase(CaseLine Line, DateTimeOffset Since, TimeSpan Waited, bool IsLate)
{
    public string Page => Line.Address;
}

/// <summary>What waits in the units of a manager, the longest first (gm-3-2-b-3).</summary>
public static class WaitingCases
{
    public const string Control = "page:unit-waiting";

    /// <summary>Minutes that a case may wait where the file says nothing. Ours.</summary>
    private const int DefaultMinutes = 15;

    public static IReadOnlyList<WaitingCase> Of(
        SignedIn person, IEnumerable<PostApplication> open, Func<PostApplication, Regulation?> regulationOf, Func<PostApplication, CaseLine> line, DateTimeOffset now) =>
    [
        .. open.Where(a => a.State is ApplicationState.InRoute or ApplicationState.ReadyToPublish)
            .Select(a => (Case: a, Regulation: regulationOf(a), Since: SinceOf(a)))
            .Where(w => w.Regulation?.ClauseFor(Control) is not null && Manages(person, w.Case))
            .OrderBy(w => w.Since)
            .Select(w => new WaitingCase(line(w.Case), w.Since, now - w.Since, now - w.Since > TimeSpan.FromMinutes(w.Regulation!.Number("waiting-minutes", DefaultMinutes)))),
    ];

    private static bool Manages(SignedIn person, PostApplication application) =>
        person.Seats.Any(s => s.Regulation == application.Regulation && s.Role == "unit-head" && (s.Unit is null || s.Unit == application.Unit));

    // From the last hand it went through; a look at it or a note moves nothing
    private static DateTimeOffset SinceOf(PostApplication application) =>
        application.Decisions.Where(d => d.Verb is Verb.Submit or Verb.Dispatch or Verb.Assign or Verb.Approve or Verb.SendUp).Select(d => d.At).DefaultIfEmpty(application.ChangedAt).Max();
}
