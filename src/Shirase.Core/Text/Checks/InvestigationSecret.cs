using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// What an investigation does next, or knows and has not told: a watch, a warrant, a trace, what a suspect says (gx-13-3-2). A warning
/// tells what swindlers who pose as police say; it is no secret.
/// </summary>
internal sealed class InvestigationSecret : ICheck
{
    private static readonly WordList Secrets = new("investigation-secrets");

    private static readonly Regex Pattern = Patterns.Of(
        "(容疑者|被疑者|犯人|関係者|被疑車両|逃走車両|逃走車|使用車両|共犯者|指示役|実行犯)(の(男|女|身元|氏名|住所|所在|居場所|行き先|車|車両|ナンバー))?(を|が|は)(既に|すでに|ほぼ)?(特定|割り出|絞り込|把握|浮上|判明)[ぁ-ん]{0,6}"
        + "|(防犯|監視|街頭)カメラ[^。、\n]{0,10}(の映像|の画像|映像|画像)?(を|から|に)[^。、\n]{0,8}(解析|分析|精査|特定|割り出|照合|映っていた|写っていた)[ぁ-ん]{0,6}"
        + "|(関係先|立ち回り先|潜伏先|自宅|アジト|拠点|事務所|[^。、\n]{0,6}宅)(など|[0-9０-９数]{1,2}か?[所箇カ]所?)?(を|の|に|へ)(、)?(一斉に|一斉|近く|明日|明朝|本日|今後)?(家宅)?(捜索|強制捜査|張り込|立ち入|内偵|突入)[ぁ-ん]{0,6}(する|に入る|を行う)?(予定|方針|見込み)?[ぁ-ん]{0,2}"
        + "|(逮捕|検挙|摘発|強制捜査|家宅捜索|一斉検問|検問|取調べ|事情聴取|ガサ)(する|を行う|を実施する|に踏み切る|に着手する|に向かう|の)(予定|方針|見込み|準備)[ぁ-ん]{0,4}"
        + "|(逮捕状|捜索差押許可状|令状)を?(請求|取得|取り|とり|用意|執行)[ぁ-ん]{0,4}"
        + "|(携帯電話|スマートフォン|スマホ|車両?)の(位置情報|通信履歴|通話履歴|発信履歴|ＧＰＳ|GPS)[^。、\n]{0,6}(追跡|解析|照会|取得|入手|捜査|確認)[ぁ-ん]{0,4}|(口座|金融機関|通信事業者|携帯電話会社)(に|へ|への)照会[ぁ-ん]{0,4}"
        + "|(DNA|ＤＮＡ)型?(が|の)?(鑑定|一致)[ぁ-ん]{0,4}|指紋(が|を)(一致|採取|検出)[ぁ-ん]{0,4}|(現場|遺留品)(から|に)[^。、\n]{0,8}(指紋|足跡|毛髪|血痕|DNA|ＤＮＡ)[^。、\n]{0,8}");

    private static readonly Regex Warning = Patterns.Of("詐欺|偽|装[いうっ]|名乗|かた(る|り|っ)|騙|うそ|嘘|電話が(あ|か)|と言われ|と言って|メールが|訓練|見学|体験|展示|募集|ドラマ");

    public string Name => "investigation-secret";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("内偵, 張り込み, 供述")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var own = Quotation.Blank(text);
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.In(own);
            if (Warning.IsMatch(words))
            {
                continue;
            }

            var end = 0;
            foreach (var span in Pattern.SpansIn(words).Concat(Secrets.Find(words, with)).OrderBy(s => s.Start).ThenByDescending(s => s.Length))
            {
                if (span.Start < end)
                {
                    continue;
                }

                end = span.End;
                var at = new TextSpan(sentence.Start + span.Start, span.Length);
                yield return new Hit(
                    new($"捜査上の秘密に当たるおそれがあります（{at.In(text)}）。", $"This may be a secret of an investigation ({at.In(text)})."),
                    at,
                    null,
                    new("削るか、捜査担当所属に公表してよい内容かを確かめてください。", "Remove it, or ask the investigating section whether it may be published."));
            }
        }
    }
}
