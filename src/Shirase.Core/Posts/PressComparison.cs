using System.Text.RegularExpressions;
using Shirase.Core.Text;

namespace Shirase.Core.Posts;

/// <summary>Something the post says otherwise than the press release.</summary>
/// <param name="InPost">As the post writes it.</param>
/// <param name="InRelease">What the release says of the same kind; empty where it says nothing of it.</param>
public sealed record PressDifference(string InPost, IReadOnlyList<string> InRelease);

/// <summary>
/// Compares a post with what the press release says of the case: days, times, ages and other figures, places, charges (S8, gx-13-4-2).
/// Pure; a difference is for people to look at, never an error by itself.
/// </summary>
public static partial class PressComparison
{
    // Offences as press releases name them. Ours; the list of the statutes is longer, and a word that is missing here is not compared.
    private static readonly string[] Charges =
    [
        "殺人", "強盗", "窃盗", "詐欺", "恐喝", "横領", "傷害", "暴行", "脅迫", "監禁", "放火", "器物損壊", "住居侵入", "建造物侵入", "不同意性交等", "不同意わいせつ",
        "公然わいせつ", "盗撮", "公務執行妨害", "死体遺棄", "偽造", "覚醒剤", "大麻", "酒気帯び運転", "過失運転致死", "過失運転致傷", "危険運転致死", "危険運転致傷", "ひき逃げ",
    ];

    public static IReadOnlyList<PressDifference> Differences(string post, string release)
    {
        var theirs = StatedValue.Of(release).ToLookup(v => v.Kind, StringComparer.Ordinal);
        var values = StatedValue.Of(post)
            .Where(v => theirs[v.Kind].Any() && theirs[v.Kind].All(t => t.Value != v.Value))
            .Select(v => (At: v.Span.Start, Difference: new PressDifference(v.Words, [.. theirs[v.Kind].Select(t => t.Words).Distinct(StringComparer.Ordinal)])));
        return
        [
            .. values.Concat(Words(post, release, Places(post), Places(release))).Concat(Words(post, release, Named(post), Named(release)))
                .OrderBy(d => d.At).Select(d => d.Difference).DistinctBy(d => d.InPost),
        ];
    }

    // A word of the post that the release uses too agrees, wherever it stands in it
    private static IEnumerable<(int At, PressDifference Difference)> Words(string post, string release, IEnumerable<string> ours, IEnumerable<string> theirs)
    {
        var others = theirs.ToList();
        return others.Count == 0 ? [] : ours.Where(w => !release.Contains(w, StringComparison.Ordinal))
            .Select(w => (post.IndexOf(w, StringComparison.Ordinal), new PressDifference(w, others)));
    }

    private static IEnumerable<string> Named(string text) => Charges.Where(c => text.Contains(c, StringComparison.Ordinal));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal);

    // 前橋市, 吉岡町, 上野村: the name before the last character is two characters or more, so that 町 alone is none
    [GeneratedRegex("[\\p{IsCJKUnifiedIdeographs}々ヶケ]{2,5}?(?:市|町|村|区)(?!民|長|役|内会|議|立|営|人)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
