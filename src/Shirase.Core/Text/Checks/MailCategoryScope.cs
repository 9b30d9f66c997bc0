using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>What a mail is not for: recruitment, desks, courses and events (gm-4-4-a-1, gm-t-7-2). Road closures for an event are.</summary>
internal sealed class MailCategoryScope : ICheck
{
    private static readonly Regex Recruitment = Patterns.Of(
        "(職員|警察官|警察職員|事務職員|会計年度任用職員|交通巡視員|スタッフ|ボランティア|モニター|委員|隊員|団員)(等)?(の)?(採用|募集)(案内|説明会|試験|情報|イベント|セミナー)?|採用(説明会|試験|案内|情報|セミナー|選考|ガイダンス)|(受験|応募)(者)?(を)?(受け付け|受付|募集|お待ち)|インターンシップ(の|を|に)(募集|案内|参加)|就職(説明会|セミナー)|(作品|標語|ポスター|参加者|受講者|受講生|出場者)(を|の)?募集");

    private static readonly Regex Event = Patterns.Of(
        "(講習会|講座|教室|講演会|説明会|セミナー|研修会|演奏会|コンサート|音楽会|展示会|写真展|見学会|体験会|フェア|フェスタ|フェスティバル|まつり|祭り|祭|イベント|催し|大会|キャンペーン|出発式|一日警察署長|オープンキャンパス|相談会|ふれあい[一-龥ァ-ヶー]{1,6})(を|が|の|に|へ|は)[^。\n]{0,20}?(開催|開き|開かれ|行い|行われ|実施|催し|参加|お越し|申込|申し込|受講|御来場|ご来場|御案内|ご案内|お知らせ)[ぁ-ん]{0,6}");

    private static readonly Regex Desk = Patterns.Of(
        "(窓口|受付|相談電話|相談ダイヤル|相談室|センター|交番|駐在所)(の|を|が)(御案内|ご案内|案内|紹介|御紹介|ご紹介|開設|新設|移転|受付時間|開設時間|業務時間|取扱時間|休業|休止|変更)[ぁ-ん]{0,6}|(免許更新|運転免許|落とし物|遺失物|各種手続|証明書)[^。\n]{0,8}(手続|受付|窓口|予約|更新)(の|は|を)[^。\n]{0,10}(御案内|ご案内|案内|時間|開始|変更|できます)");

    private static readonly Regex InScope = Patterns.Of("通行止|交通規制|規制|迂回|う回|詐欺|偽|装|名乗|延期|中止|被害|訓練です|不審");

    public string Name => "mail-category-scope";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("channels", ParameterKind.List, false, "Channels that the rule speaks of. Default: mail.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (!Mail.Is(subject, with) || subject.IsFact("training"))
        {
            yield break;
        }

        var text = subject.Text;
        var own = Quotation.Blank(text);
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.In(own);
            if (!InScope.IsMatch(words) && new[] { Recruitment, Event, Desk }.SelectMany(p => p.SpansIn(words)).OrderBy(s => s.Start).FirstOrDefault() is { Length: > 0 } span)
            {
                yield return Of(new TextSpan(sentence.Start + span.Start, span.Length), null);
                yield break;
            }
        }

        if (!InScope.IsMatch(subject.Subject) && new[] { Recruitment, Event, Desk }.Any(p => p.IsMatch(subject.Subject)))
        {
            yield return Of(null, "subject");
        }
    }

    private static Hit Of(TextSpan? span, string? field) => new(
        new("メール配信の区分に該当しません。別の広報手段を使ってください。", "It belongs to none of the categories of mail. Use another way."),
        span,
        field,
        new("募集、催し、窓口の案内は、ホームページ、Xなどでお知らせしてください。", "Publish recruitment, events and desks on the website, on X or the like."));
}
