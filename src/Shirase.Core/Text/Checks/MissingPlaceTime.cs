using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A single incident and an event are told with time and place (gx-13-2-2).</summary>
internal sealed class MissingPlaceTime : ICheck
{
    private static readonly Regex Incident = Patterns.Of(
        "(事案|事件|事故|火災)が(発生|起き|起こり)(しました|まし|した)[ぁ-ん]{0,4}|(不審者|クマ|イノシシ|サル|不審な[一-龥]{1,3})が(出|出没し|現れ|い)ました|(目撃|盗まれ|奪われ|襲われ|声を(かけられ|掛けられ)|つかまれ|触られ|はねられ|追いかけられ|つきまとわれ)(され)?(ました|る事案|る事件|た事案)");

    private static readonly Regex Event = Patterns.Of(
        "(教室|説明会|演奏会|コンサート|講座|講習会|講演会|大会|フェア|フェスタ|まつり|祭り|展示会|写真展|見学会|体験会|相談会|イベント|催し|出発式|パレード)を[^。\n]{0,12}?(開催し|開き|行い|実施し|開催いたし|実施いたし)ます");

    private static readonly Regex Time = Patterns.Of(
        "[0-9０-９]{1,2}[日月][^本]|[0-9０-９]{1,2}[:：時][0-9０-９]{0,2}|[0-9０-９]{1,2}/[0-9０-９]{1,2}|[0-9０-９]{1,2}[日月]$|本日|昨日|昨夜|昨晩|今朝|今日|今夜|先ほど|未明|早朝|[今先来]週|[今先来]月|上旬|中旬|下旬|現在|毎(日|週|月)|午前|午後");

    private static readonly Regex Place = Patterns.Of(
        "[一-龥々ァ-ヶーぁ-ん]([市町村区郡県](内|の|で|に|、|地内|[一-龥ぁ-んァ-ヶー])|市$)|管内|地内|付近|路上|交差点|国道|県道|市道|町道|駅|公園|学校|センター|ホール|会場|会館|庁舎|警察署で|警察署に|交番|駐車場|店舗|商業施設|ホームページ|オンライン|ウェブ|住宅|体育館|広場|河川敷|インターチェンジ|高速道");

    private static readonly Regex General = Patterns.Of("(事案|事件|事故|火災)(が|の)発生(した|する)(とき|場合|ら|と)|発生しましたら|(続いて|増えて|多発して|相次いで)|訓練|訂正|検挙しま|逮捕しま|発見されま|配信した|お知らせした|以前|過去");

    public string Name => "missing-place-time";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        if (subject.Channel is "press" or "mail_system" || subject.Kind == Posts.PostKind.Repost || General.IsMatch(text)
            || new[] { Incident, Event }.SelectMany(p => p.SpansIn(text)).OrderBy(s => s.Start).FirstOrDefault() is not { Length: > 0 } span)
        {
            yield break;
        }

        // The heading says what it is about, not when and where
        var body = text[(Heading.Of(text)?.Length ?? 0)..];
        var (time, place) = (Time.IsMatch(body), Place.IsMatch(body));
        if (!time || !place)
        {
            var what = (time, place) switch { (false, false) => "いつ・どこで", (false, true) => "いつ", _ => "どこで" };
            var whatEn = (time, place) switch { (false, false) => "when and where", (false, true) => "when", _ => "where" };
            yield return new Hit(
                new($"{what}が書かれていません。", $"It does not say {whatEn}."),
                span,
                null,
                new("日時（日付と曜日）と場所（市町村や施設）を書いてください。", "Write the day with its weekday, the time and the place."));
        }
    }
}
