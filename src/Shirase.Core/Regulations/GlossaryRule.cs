namespace Shirase.Core.Regulations;

/// <summary>A word of the platform that the screens use, as the regulation file begins with it (gx-2-2). The body keeps it up to date in its glossary.</summary>
/// <param name="Id">Identifier, such as <c>repost</c>.</param>
/// <param name="Name">The word on our screens.</param>
/// <param name="Wording">The platform's own word for it.</param>
/// <param name="Means">What it means, in our own words.</param>
/// <param name="Source">Page of the platform that explains it.</param>
/// <param name="Clause">The clause that refers to the platform's words.</param>
public sealed record GlossaryRule(string Id, Localized Name, string Wording, Localized Means, Uri Source, string Clause)
{
    /// <summary>What this office may or may not do with it, where a rule says so (gx-8-1); null otherwise.</summary>
    public Localized? Help { get; init; }
}
