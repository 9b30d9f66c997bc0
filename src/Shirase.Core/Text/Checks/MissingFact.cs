using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// What makes conduct suspicious is said. A man who stands about, or who said good-bye to a child, has done nothing that a reader could
/// recognise; such mails were ridiculed (2015, 2024).
/// </summary>
internal sealed class MissingFact : ICheck
{
    private static readonly Regex Idle = Patterns.Of(
        "(うろついて|うろうろして|徘徊して|たたずんで|佇んで|立ち尽くして|ぶらついて|ふらついて|立って|座って|歩いて|見て|見つめて|眺めて|のぞいて|待って|しゃがんで|笑って|話して|止まって|停まって|停車して)(いる|いた|います|いました)|不審な(動き|行動|様子|挙動|言動)(を|が)(し|見せ|見られ|あり|ある)[ぁ-ん]{1,6}|挙動不審(です|な(男|女|人物|人|者))|(不審な|怪しい)(男|女|人物|者|人|車|車両)が(い(ます|ました|る|た)|目撃され|現れ)[ぁ-ん]{0,4}");

    private static readonly Regex Told = Patterns.Of("男|女|人物|不審者|何者|車|情報|通報|事案|目撃");
    private static readonly Regex Addressed = Patterns.Of("(?<at>「[^」]{1,30}」(など)?(と|などと)[^。「」\n]{0,8}?(声をかけ|声を掛け|話しかけ|話し掛け|言っ|言わ|あいさつ|挨拶)[ぁ-ん]{0,4})");
    private static readonly Regex Harmless = Patterns.Of("^((おはよう|こんにちは|こんばんは|さようなら|さよなら|バイバイ|ばいばい|またね|ただいま|おかえり|お帰り|いってらっしゃい|行ってらっしゃい|気を付けて|気をつけて|暑いね|寒いね|いい天気|元気|かわいいね|可愛いね|何年生|今何時|今、何時|ありがとう|すみません|水筒|落とし|何してるの|何をしているの|頑張って|がんばって)[ぁ-んー。！!？?、 ]*)+$");

    // Conduct that speaks for itself
    private static readonly Regex Conduct = Patterns.Of(
        "つきまと|後をつけ|追いかけ|追い掛け|並走|つかま|つかん|抱きつ|触られ|触った|触り|引っ張|手招|誘|連れ|乗せ|乗らない|写真|撮影|カメラ|スマートフォンを向け|刃物|凶器|露出|脱い|見せられ|見せつけ|叫|どなり|怒鳴|殴|蹴|暴行|にらみつけ|のぞき|敷地に(入|侵入)|窓|ドアノブ|無施錠|執よう|執拗|繰り返し|何度も|待ち伏せ|覆面|目出し帽|現金|金を|お金");

    private static readonly Regex General = Patterns.Of("(いる|いた)(人|者|男|女|車)(を|に)(見|気)|(いたら|いれば|いるとき|いる場合|いたとき|ときは|場合は|かもしれ)|クマ|イノシシ|サル|シカ|犬|猫|犯人が|(ましょう|ください)$|行方|迷い");

    public string Name => "missing-fact";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var own = Quotation.Blank(text);
        if (Conduct.IsMatch(own))
        {
            yield break;
        }

        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.In(own);
            if (!Told.IsMatch(words) || General.IsMatch(words))
            {
                continue;
            }

            var spans = Idle.SpansIn(words).Concat(Addressed.SpansIn(sentence.In(text)).Where(s => IsHarmless(s.In(sentence.In(text)))));
            foreach (var span in spans.OrderBy(s => s.Start))
            {
                yield return new Hit(
                    new($"行為の事実が示されていません（{span.In(sentence.In(text))}）。", $"It does not say what was done ({span.In(sentence.In(text))})."),
                    new TextSpan(sentence.Start + span.Start, span.Length),
                    null,
                    new("注意が必要だと分かる行為（つきまとった、腕をつかんだ、車に誘った など）を書いてください。", "Write the conduct that calls for care: followed, seized, invited into a car."));
            }
        }
    }

    private static bool IsHarmless(string words) => Quotation.Of(words) is { Count: > 0 } quoted && quoted.All(q => Harmless.IsMatch(q.In(words)));
}
