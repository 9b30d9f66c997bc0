namespace Shirase.Core;

/// <summary>
/// Why an act was not done, as a value: a sentence that says what to do, and the clause that demands it.
/// The type's name is the code that scripts and the API see. Exceptions are for bugs.
/// </summary>
/// <param name="Text">What is refused and what to do now.</param>
/// <param name="Clause">The clause that refuses, such as <c>gx-12-1-2</c>; null for a rule of the product itself.</param>
public abstract record Refusal(Localized Text, string? Clause = null)
{
    /// <summary>Stable name of the refusal, for logs, the journal and the API.</summary>
    public string Code => GetType().Name;
}
