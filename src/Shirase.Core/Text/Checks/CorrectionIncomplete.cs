using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A correction says when the wrong words went out, what was wrong and what is right (ok-6-1, to-6-1-e).</summary>
internal sealed class CorrectionIncomplete : ICheck
{
    private static readonly Regex Correcting = Patterns.Of("訂正(し(ます|て|、|まし|た)|いたします|致します|させて|とお詫び|とおわび|のお知らせ|版|：|:|　|】)|(お詫び|おわび)と訂正|(お詫び|おわび)して訂正|誤り(が|の)(あり|ござい)まし|誤って(いま|おり)|間違い(が|の)(あり|ござい)まし");
    private static readonly Regex Elsewhere = Patterns.Of("訂正(印|を求め|がある場合|があるとき)|記入(の)?(誤り|間違い)|押し間違|掛け間違|かけ間違|踏み間違|誤りが(ある|あり)(ましたら|とき|場合)|誤りがあれば|間違い電話|道を間違");
    private static readonly Regex When = Patterns.Of("[0-9０-９]{1,2}(月|/)[ ]?[0-9０-９]{1,2}日?|[0-9０-９]{1,2}日[（(]");
    private static readonly Regex Earlier = Patterns.Of("(先ほど|さきほど|先程|先日|前回|昨日|昨夜|今朝|本日|以前)(の|、)?(投稿|配信|ポスト|メール|お知らせ|発信|案内|掲載)?[ぁ-ん]{0,6}");
    private static readonly Regex Wrong = Patterns.Of("「[^」]{1,40}」(と|を|は|の|で)|(の|に|が|を)(誤り|間違い)(が|で)|[一-龥ァ-ヶー]{2,12}(に|を|が)(誤って|間違って|間違え|誤り)|（誤）|\\(誤\\)|誤：|誤　|誤:");
    private static readonly Regex Vague = Patterns.Of("[一-龥ァ-ヶー]{0,8}(投稿|内容|一部|情報|メール|配信|記載|お知らせ|記述|文面|ポスト)(の一部|の内容)?に(、)?(一部)?(誤り|間違い)が(あり|ござい)まし");
    private static readonly Regex Right = Patterns.Of("正しくは|正しい[一-龥]{0,6}は|に訂正|に改め|（正）|\\(正\\)|正：|正　|正:|に修正|ではなく|でなく");

    public string Name => "correction-incomplete";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var begins = Correcting.SpansIn(text).FirstOrDefault();
        var named = subject.Subject.Contains("訂正", StringComparison.Ordinal) || subject.Facts.ContainsKey("correction_of");
        if ((begins.Length == 0 && !named) || Elsewhere.IsMatch(text) || text.Length == 0)
        {
            yield break;
        }

        var at = begins.Length > 0 ? begins : new TextSpan(0, Math.Max(1, text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var n ? n : text.Length));
        if (!When.IsMatch(text))
        {
            var earlier = Earlier.SpansIn(text).FirstOrDefault();
            yield return Missing(earlier.Length > 0 ? Trimmed(earlier, text) : at, "元の日時", "when the wrong message went out");
        }

        var vague = Vague.SpansIn(text).FirstOrDefault();
        if (!Right.IsMatch(text))
        {
            yield return Missing(at, "正しい内容", "what is right");
        }

        if (vague.Length > 0 ? !Right.IsMatch(text) && !text.Contains('「', StringComparison.Ordinal) : !Wrong.IsMatch(text))
        {
            yield return Missing(vague.Length > 0 ? vague : at, "誤り", "what was wrong");
        }
    }

    private static TextSpan Trimmed(TextSpan span, string text)
    {
        var words = span.In(text);
        var cut = words.Length;
        while (cut > 0 && words[cut - 1] is >= 'ぁ' and <= 'ん')
        {
            cut--;
        }

        return cut > 0 ? span with { Length = cut } : span;
    }

    private static Hit Missing(TextSpan span, string ja, string en) => new(
        new($"訂正に{ja}が書かれていません。", $"The correction does not say {en}."),
        span,
        null,
        new("訂正には、元の日時、誤り、正しい内容を書いてください。", "Write when the wrong message went out, what was wrong and what is right."));
}
