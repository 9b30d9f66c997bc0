using Shirase.Core.Text.Names;

namespace Shirase.Text;

/// <summary>
/// The analysis of texts for names: by MeCab where the machine has it. Without it the checks of names rest on lexicon, titles and
/// contexts, which need nothing; the page of the operation and <c>shirase text analysis</c> say which of the two is the case.
/// </summary>
public static class NameAnalysis
{
    private static readonly Lazy<Mecab?> Analyser = new(Mecab.Open);

    /// <summary>Folder of MeCab's dictionary, or null where MeCab is not installed.</summary>
    public static string? Dictionary => Analyser.Value?.Dictionary;

    /// <summary>Proposals for the subject of the checks; none without MeCab.</summary>
    public static IReadOnlyList<NameProposal> Of(string text) => Analyser.Value?.Propose(text) ?? [];
}
