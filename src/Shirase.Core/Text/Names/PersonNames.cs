using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Names;

/// <summary>
/// Names of persons in a text, by lexicon, title and context; an analysis, where there was one, proposes what the lexicon lacks. Careful
/// rather than complete: 利根川 and 高崎市 are places, 山田商店 is a firm, and a bare family name is left alone.
/// </summary>
internal static class PersonNames
{
    public static IReadOnlyList<TextSpan> Find(string text, IReadOnlyList<NameProposal> proposals)
    {
        var plain = Lexicon.Plain(text);
        var found = new List<TextSpan>();
        foreach (var run in CharacterRuns.Of(plain, IsNameCharacter))
        {
            if (WrittenName.In(plain, run) is { } name)
            {
                found.Add(name);
            }
        }

        found.AddRange(KanaName.Find(plain));
        found.AddRange(LatinName.Find(plain));
        found.AddRange(proposals.Where(p => WrittenName.Confirms(plain, p)).Select(p => p.Span));
        return Longest(found);
    }

    internal static bool IsNameCharacter(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '々' or 'ヶ' or 'ノ';

    // Of two that overlap, the longer one
    private static List<TextSpan> Longest(List<TextSpan> spans)
    {
        var kept = new List<TextSpan>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End)
            {
                kept.Add(span);
            }
            else if (span.Length > kept[^1].Length)
            {
                kept[^1] = span;
            }
        }

        return kept;
    }
}
