using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// The areas of a mail are those its unit may send to, and hold every municipality of the text: a station sends to its own district, the
/// whole prefecture is for the divisions at headquarters (gm-4-4-b-1, gm-4-4-c-2).
/// </summary>
internal sealed class MailAreaMismatch : ICheck
{
    private static readonly string[] Whole = ["全県", "県内全域", "全域", "全市町村"];

    // 板倉町内, 渋川市の; of 前橋市仮宮町地内 the city alone
    private static readonly Regex Place = Patterns.Of(
        "(?<at>[一-龥々ァ-ヶー]{1,8}(市(内|街|役所|外|の|で|と|や|に|、|。|域|全域|及び|周辺|付近|方面|北|南|東|西|[一-龥々ァ-ヶー])|[町村](内|役場|の|で|と|や|に|、|。|域|全域|及び|周辺|付近|方面)))");

    private static readonly Regex NoPlace = Patterns.Of("(都|同|当|本|隣|各|全|我が|隣接|周辺|政令|中核|特例|姉妹|友好|近隣|県内各|古|競|朝|夜|定期)(市|町|村)|(下|港|城下|宿場|屋|山)町|(農|漁|山|寒)村");

    public string Name => "mail-area-mismatch";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("districts", ParameterKind.List, false, "Units and what they may send to: 館林警察署=館林市、板倉町. Default: none; a unit without one is asked only about the text."),
        new("stations", ParameterKind.List, false, "Ends of the names of units that send to a district only. Default: 警察署, 交番, 駐在所, 支所, 出張所."),
        new("channels", ParameterKind.List, false, "Channels that the rule speaks of. Default: mail."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (!Mail.Is(subject, with) || subject.Areas.Count == 0)
        {
            yield break;
        }

        var isStation = (with.List("stations") is { Count: > 0 } ends ? ends : ["警察署", "交番", "駐在所", "支所", "出張所"])
            .Any(e => subject.Office.EndsWith(e, StringComparison.Ordinal));
        var whole = subject.Areas.Where(a => Whole.Contains(a, StringComparer.Ordinal)).ToList();
        if (whole.Count > 0 && !isStation)
        {
            yield break;
        }

        foreach (var area in whole)
        {
            yield return OfArea(area, new("全県への配信は本部の主管課から行います。", "Mails to the whole prefecture are sent by the division in charge at headquarters."));
        }

        var district = DistrictOf(subject.Office, with);
        foreach (var area in subject.Areas.Except(whole).Where(a => district.Length > 0 && !district.Contains(a, StringComparer.Ordinal)))
        {
            yield return OfArea(area, new($"配信地域「{area}」は{subject.Office}の管轄にありません。", $"{area} is outside the district of {subject.Office}."));
        }

        foreach (var place in Places(subject.Text).Where(p => !subject.Areas.Contains(p.In(subject.Text), StringComparer.Ordinal)).DistinctBy(p => p.In(subject.Text)))
        {
            var name = place.In(subject.Text);
            yield return new Hit(
                new($"本文の「{name}」が配信地域にありません。", $"The text names {name}, which is not among the areas."),
                place,
                null,
                new("配信地域に加えるか、本文を確かめてください。", "Add it to the areas, or check the text."));
        }
    }

    private static Hit OfArea(string area, Localized message) => new(
        message,
        null,
        "areas",
        new("配信地域を発信所属の管轄と本文の市町村に合わせてください。全県のときは主管課に依頼してください。", "Choose the areas of the unit and of the text; for the whole prefecture ask the division in charge."))
    {
        FieldWords = area,
    };

    private static string[] DistrictOf(string office, Parameters with) =>
        with.List("districts").Select(d => d.Split('=', 2)).FirstOrDefault(d => d.Length == 2 && d[0] == office)?[1].Split('、', ',') ?? [];

    private static IEnumerable<TextSpan> Places(string text)
    {
        for (var m = Place.Match(text); m.Success; m = m.NextMatch())
        {
            // Behind the prefecture, the district or what lies before it in the same run of characters
            var name = m.Value;
            var mark = name.IndexOfAny(['市', '町', '村'], 1);
            var begin = mark < 0 ? -1 : name.LastIndexOfAny(['県', '郡', '内', '頃', '日', '時', '分', '方', '現', '在', '区'], mark - 1) + 1;
            if (mark > begin && mark > 0 && !NoPlace.IsMatch(name[begin..(mark + 1)]))
            {
                yield return new TextSpan(m.Index + begin, mark + 1 - begin);
            }
        }
    }
}
