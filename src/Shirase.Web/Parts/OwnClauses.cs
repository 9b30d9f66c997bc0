using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Web.Words;

namespace Shirase.Web.Parts;

/// <summary>Which clause stands on this page for one that the program names: that of the page's own document.</summary>
public interface IOwnClauses
{
    /// <summary>Null where the document has nothing of the kind.</summary>
    string? Find(string? clause);
}

/// <summary>Every clause as it is named, for pages that belong to no body.</summary>
public sealed class NamedClauses : IOwnClauses
{
    public string? Find(string? clause) => clause;
}

/// <summary>The clauses of the case that the page is about; else those of the document of the person's body.</summary>
public sealed class OwnClauses(RegulationLibrary library, SignedInAccessor signedIn, TimeProvider clock) : IOwnClauses
{
    private Regulation? _of;

    /// <summary>The page is about something that is governed by this document.</summary>
    public void Are(Regulation regulation)
    {
        _of = regulation;
        DocumentWords.Are(regulation);
    }

    public string? Find(string? clause) => Document is { } own ? library.OwnClause(own, clause) : clause;

    private Regulation? Document => _of ?? (signedIn.Person?.Regulation is { } slug ? library.InForce(slug, clock.GetUtcNow().JapanDay()) : null);
}
