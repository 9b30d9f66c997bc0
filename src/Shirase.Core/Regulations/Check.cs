namespace Shirase.Core.Regulations;

/// <summary>A small named test of a message. Regulation files pick it by <see cref="Name"/>. Pure: no I/O, no clock.</summary>
public interface ICheck
{
    /// <summary>The name regulation files use, such as <c>date-weekday</c>.</summary>
    string Name { get; }

    /// <summary>The parameters it understands; the validator refuses others.</summary>
    IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <summary>Everything it finds, in the order of the text; nothing when the message is fine.</summary>
    IEnumerable<Hit> Find(CheckSubject subject, Parameters with);
}

/// <summary>What a check found, before the regulation adds clause and effect.</summary>
/// <param name="Message">What is wrong, for the author.</param>
/// <param name="Span">The words it speaks of, or null for the message as a whole.</param>
/// <param name="Field">The form field to go to when there is no span: <c>subject</c>, <c>url</c>, <c>media</c>, <c>necessity</c> …</param>
/// <param name="Remedy">What to do next, when the message alone does not say it.</param>
/// <param name="Mend">Text that would put the span right in one click, or null.</param>
public sealed record Hit(
    Localized Message, TextSpan? Span = null, string? Field = null, Localized? Remedy = null, string? Mend = null)
{
    /// <summary>The words it speaks of where they stand in a field and not in the text, such as one of several areas; null else.</summary>
    public string? FieldWords { get; init; }
}

/// <summary>A stretch of the outgoing text.</summary>
/// <param name="Start">Index of the first UTF-16 unit in <see cref="CheckSubject.Text"/>.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A finding as people see it: what, under which clause, with which effect, where, and what to do.</summary>
/// <param name="Rule">Id of the rule in the regulation file.</param>
/// <param name="Check">Name of the check.</param>
/// <param name="Clause">The clause that it carries out.</param>
/// <param name="Effect">What it does to the message.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Span">The words, or null.</param>
/// <param name="Text">The words as text, also those of a field; or null.</param>
/// <param name="Field">Form field when there is no span.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="Mend">One-click replacement for the span.</param>
public sealed record Finding(
    string Rule,
    string Check,
    string Clause,
    Effect Effect,
    Localized Message,
    TextSpan? Span,
    string? Text,
    string? Field,
    Localized? Remedy,
    string? Mend)
{
    /// <summary>Names the finding across evaluations of the same words, so that a recorded reason stays with it.</summary>
    public string Key => $"{Rule}|{Text}";

    /// <summary>The rule that a <see cref="Key"/> names.</summary>
    public static string RuleOf(string key) => key[..Math.Max(0, key.IndexOf('|', StringComparison.Ordinal))];
}
