using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Names;

/// <summary>What a morphological analysis takes for a person's name. A proposal only: gazetteer and context decide.</summary>
/// <param name="Span">The words.</param>
/// <param name="HasSurname">A family name is among them.</param>
/// <param name="HasGiven">A given name is among them.</param>
public sealed record NameProposal(TextSpan Span, bool HasSurname, bool HasGiven)
{
    /// <summary>The text as an analyser should see it: variants such as 髙 and 﨑 in their usual form; places stay.</summary>
    public static string Prepare(string text) => Lexicon.Plain(text);
}
