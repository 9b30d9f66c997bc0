using Shirase.Core.Incidents;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

public sealed partial class PostApplication
{
    /// <summary>The flare-up that it was written for, or null.</summary>
    public Guid? FlareUp { get; private set; }

    /// <summary>As what: a kind of the document, or <see cref="FlareUpRule.Holding"/>; empty for every other case.</summary>
    public string FlareUpKind { get; private set; } = "";

    /// <summary>It is written for a flare-up.</summary>
    public void WriteFor(Guid flareUp, string kind) => (FlareUp, FlareUpKind) = (flareUp, kind);

    /// <summary>Who asked for it, where nobody wrote the words: they are the document's.</summary>
    public void AskedBy(StaffId staff) => Author = staff;

    // The unit's word in a flare-up is its head's (is-3-9-b, ok-6-4-b)
    private HeldFor? HeldByFlareUp(Regulation regulation) =>
        FlareUp is not null && FlareUpRule.Of(regulation) is { } rule
            ? new(rule.DecidedBy, regulation.ClauseFor(FlareUpLock.Decide) ?? rule.Clause, new("炎上対応の文面です", "It is a text on a flare-up"))
            : null;
}

/// <summary>The one role that decides on a case.</summary>
/// <param name="Why">Why, as a clause of a sentence.</param>
public sealed record HeldFor(string By, string Clause, Localized Why);
