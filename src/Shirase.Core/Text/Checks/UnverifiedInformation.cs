using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Rumour, hearsay and guesses (gx annex 4(8)). A text that warns against a rumour or says that it is untrue may name it.</summary>
internal sealed class UnverifiedInformation : ICheck
{
    private static readonly Regex Unsure = Patterns.Of(
        "未確認(ですが|ながら|だが|の情報(ですが|では|によ)|情報(ですが|では|によ|です|として|があ))|(事実か(どうか)?|真偽(のほど)?|真相|本当か(どうか)?)(は|が)?(まだ)?(不明|定かではな|(分|わ)か(ら|りませ)|確認でき(ていませ|ていな|ませ)|はっきりし)[ぁ-ん]{0,6}|真偽不明|"
        + "(確認|裏付け|確証|確定)(は|が|も)?(まだ)?(取れて|とれて|できて|得られて|して)い(ません|ない)(が|けど|ものの|段階)|確か(では|じゃ)(ありません|ない)が|(定か|確実)では(ありません|ない)が|(詳細|詳しいこと|詳しい状況)は(分|わ)かりませんが|憶測ですが|推測ですが|個人的な(意見|推測)");

    private static readonly Regex Hearsay = Patterns.Of(
        "((という|との)(うわさ|噂|話|口コミ|書き込み|風評)(が|も|を)?(あり|ある|出て|広が|流れ|聞き|聞い|耳に)[ぁ-ん]{1,6}|(うわさ|噂)(によると|では|です|になって|を聞|が流れて|が広が)[ぁ-ん]{0,6}|"
        + "(SNS|ＳＮＳ|ネット|インターネット|掲示板|知人|住民|関係者|近所の人|友人|匿名|まとめサイト|ウィキペディア)(上|など)?(の|で)?(の)?(話|投稿|書き込み|情報|うわさ|噂|動画|口コミ)?(によると|によれば|では|で見た|から聞いた)(、|話)?[^。、]{0,4}|"
        + "[一-龥]{0,2}[ぁ-ん]{0,3}?(た|る|ない|だ)らしい(です|ので)?|(た|る|ない|だ)とか(です|、|$)|[一-龥]{0,2}[ぁ-ん]{0,3}?(た|る|んだ|いだ)そう(です|なので|な$|だ)(が|から|ので)?|(あった|出た|起きた|発生した|逃げた|逃走した|爆発した|目撃された|いた)(よう|もよう|模様)です(が)?|(どうやら|おそらく|恐らく|たぶん|多分|きっと)[^。]{1,24}?(でしょう|だろう|と思い(ます)?|らしい|ようです|はずです|に違いありません))");

    private static readonly Regex NotHearsay = Patterns.Of("憎たらしい|長たらしい|惨たらしい|もったいらしい");

    private static readonly Regex Denied = Patterns.Of(
        "事実(は|では)(一切|全く)?(ありません|ない)|事実(と|とは)(異な|違|反)|デマ|惑わされ|うのみ|鵜呑み|根拠のない|誤情報|誤った情報|流さない|広めない|拡散しない|拡散させない|信じない|確認し(て|まし)|見極め|疑いましょう|誹謗中傷|虚偽");

    public string Name => "unverified-information";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words to look for besides the built-in patterns (未確認ですが, といううわさ, らしいです). Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var own = Quotation.Blank(text);
        if (Denied.IsMatch(own))
        {
            return [];
        }

        return Unsure.SpansIn(own).Concat(Hearsay.SpansIn(own).Where(s => !NotHearsay.IsMatch(Around(s, own)))).Concat(Words.Find(own, with.List("words")))
            .OrderBy(s => s.Start).Select(span => new Hit(
                new($"事実の確認ができていない表現です（{span.In(text)}）。", $"This has not been verified ({span.In(text)})."),
                span,
                null,
                new("確認できた事実だけを書いてください。確認できないときは発信しません。", "Write only what has been verified; what cannot be verified is not sent.")));
    }

    private static string Around(TextSpan span, string text) => text[Math.Max(0, span.Start - 3)..span.End];
}
