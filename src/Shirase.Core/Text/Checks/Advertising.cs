using System.Buffers;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Calls to buy from, or to visit, a shop, and the words of sales. The words that a swindler uses stand in 「 」 or in a sentence that warns,
/// and are not found.
/// </summary>
internal sealed class Advertising : ICheck
{
    private const string Shop =
        "[一-龥々ァ-ヶーA-Za-zＡ-Ｚａ-ｚ0-9０-９＆&・]{1,16}(食堂|レストラン|カフェ|喫茶店|喫茶|酒場|居酒屋|酒店|書店|商店|売店|百貨店|量販店|専門店|薬局|本店|支店|店|屋|ストア|ショップ|スーパー|マーケット|モール|ホテル|旅館|サロン|ジム|スクール|株式会社|有限会社|（株）|社)";

    private static readonly WordList Promotion = new("advertising");

    // 見本食堂へぜひお越しください
    private static readonly Regex Visit = Patterns.Of(
        $"{Shop}(へ|に|で|を|まで)、?(の)?(ぜひ|是非|どうぞ|お気軽に|みなさま|皆様|皆さま|みんなで)?、?(の)?(お越し|御来店|ご来店|お買い求め|お買い上げ|お求め|お立ち寄り|御利用|ご利用|お申し込み|ご予約|御予約|ご注文|御注文|お問い合わせ)(ください|下さい|くださいませ|を|ませ|お待ち)[ぁ-ん]{{0,4}}");

    private static readonly Regex Percent = Patterns.Of("([0-9０-９]{1,2}(%|％|パーセント|割)|半額)(引き?|オフ|OFF|ＯＦＦ|割引)(です|で|に|の)?|[0-9０-９]{1,3}円(引き|で販売|で提供)|ポイント[0-9０-９]{1,3}倍|半額(クーポン|セール|券)|割引(クーポン|券|セール|キャンペーン)");

    // Without one of these neither pattern can match
    private static readonly SearchValues<string> Inviting = SearchValues.Create(
        ["お越し", "来店", "お買い", "お求め", "お立ち寄り", "利用", "お申し込み", "予約", "注文", "お問い合わせ", "引", "オフ", "OFF", "ＯＦＦ", "円で", "ポイント", "半額", "割引"], StringComparison.Ordinal);

    private static readonly Regex Warns = Patterns.Of("詐欺|偽|被害|だま|騙|悪質|不審|うた(う|い|っ)|謳|誘い文句|勧誘|装|名乗|かた(る|り)|注意|トラブル|違法|禁止");

    private static readonly Regex Public = Patterns.Of("(警察|役所|役場|免許|交番|公民館|駐在所|図書館|消防)[^、。]{0,6}$|^(部屋|小屋|一般|当|本|自転車屋|各)");

    public string Name => "advertising";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("クーポン, 特価, お買い得")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var own = Quotation.Blank(text);
        var invites = own.AsSpan().ContainsAny(Inviting);
        if (!invites && !Promotion.Find(own, with).Any())
        {
            yield break;
        }

        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.In(own);
            if (Warns.IsMatch(words))
            {
                continue;
            }

            var end = 0;
            foreach (var span in Visit.SpansIn(words).Where(s => !Public.IsMatch(s.In(words))).Concat(Percent.SpansIn(words)).Concat(Promotion.Find(words, with))
                .OrderBy(s => s.Start).ThenByDescending(s => s.Length))
            {
                if (span.Start < end)
                {
                    continue;
                }

                end = span.End;
                yield return Of(new TextSpan(sentence.Start + span.Start, span.Length), text);
            }
        }
    }

    private static Hit Of(TextSpan span, string text) => new(
        new($"広告・宣伝に当たるおそれがあります（{span.In(text)}）。", $"This may be advertising ({span.In(text)})."),
        span,
        null,
        new("特定の店や商品を勧める部分を削ってください。", "Remove what recommends a shop or goods."));
}
