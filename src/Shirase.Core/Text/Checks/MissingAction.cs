using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A report of something dangerous tells readers what to do. Thanks, awards, arrests and all-clears need not.</summary>
internal sealed class MissingAction : ICheck
{
    private static readonly Regex Danger = Patterns.Of(
        "(事案|事件|事故|火災|被害|盗難|詐欺|空き巣|ひったくり|車上ねらい|置き引き|不審者|不審な(人|男|女|車|電話|メール|業者)|予兆電話|偽メール|クマ|イノシシ|サル|通行止め|断水|土砂崩れ|冠水|凍結|大雪|台風)[^。\n]{0,24}?(発生|増え|多発|相次|続い|続発|目撃|確認され|出没|かかって|届いて|起き|起こ|になって|しています|しました|されました|逃走)");

    private static readonly Regex Action = Patterns.Of(
        "(ください|下さい|ましょう|お願い|ませんか|よう(に)?(心がけ|心掛け|お願い)|こと(が大切|が重要|です|。|$)|必要です|110番|１１０番|#9110|＃９１１０|通報|相談|連絡を|確認を|注意を|御注意|ご注意|要注意|厳禁|禁止|徹底|控えて|避けて|守ろう|しよう|やめよう|気を付け|気をつけ|(に|へ|は)注意([！!。」】\n]|$)|(しない|出ない|渡さない|教えない|乗らない|開かない|近づかない|上がらせない|契約しない)($|。|\n|、|」))");

    private static readonly Regex Settled = Patterns.Of("ありがとうござい|感謝|検挙しま|検挙され|逮捕しま|逮捕され|発見されま|解決しま|解除(し|され)|不審者ではない|訂正|訓練|無事|復旧しま|再開しま|終了しま|お礼");

    public string Name => "missing-action";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        if (subject.Channel is "press" or "mail_system" || subject.Kind == Posts.PostKind.Repost || Action.IsMatch(text) || Settled.IsMatch(text)
            || Danger.SpansIn(text).FirstOrDefault() is not { Length: > 0 } span)
        {
            yield break;
        }

        yield return new Hit(
            new("受け手にしてほしいことが書かれていません。", "It does not say what readers should do."),
            span,
            null,
            new("「鍵をかけましょう」「110番通報をお願いします」など、してほしい行動を書いてください。", "Say what to do: lock, stay away, call 110."));
    }
}
