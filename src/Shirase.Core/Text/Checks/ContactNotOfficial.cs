using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Readers are asked to turn to a family, a person, a private mailbox or a chat instead of an office (gx-13-3-1, gm-5-4-1). A number alone is asked about by pii-mobile-phone.</summary>
internal sealed class ContactNotOfficial : ICheck
{
    private const string Ask = "(連絡|電話|問い合わせ|問合せ|問合わせ|お知らせ|情報|通報|知らせ|一報|申し出|申込|届け)";

    private static readonly Regex Person = new(
        "(?<who>(御|ご)?(家族|遺族|親族|両親|保護者|本人|知人|友人|親御さん|飼い主|担当者個人))(の(方|携帯|自宅|電話|連絡先))?([(][^)\n]{0,40}[)])?(の?[0-9-]{10,14})?(へ|に|まで|宛てに|あてに)(直接)?(の|、)?(御|ご|お)?" + Ask,
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex Chat = new(
        "(LINE|DM|ダイレクトメッセージ|インスタグラム|インスタ|メッセンジャー|個人の?(携帯|メール|アカウント|電話))(で|に|へ|まで|から|にて)(直接)?[^。\n]{0,8}" + Ask,
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex FreeMail = new(
        "[A-Za-z0-9][A-Za-z0-9._%+'/-]*@(gmail[.]com|yahoo[.]co[.]jp|outlook[.](jp|com)|hotmail[.](com|co[.]jp)|icloud[.]com|docomo[.]ne[.]jp|ezweb[.]ne[.]jp|au[.]com|softbank[.]ne[.]jp|i[.]softbank[.]jp)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly string[] Seen =
        ["見かけ", "目撃", "心当たり", "情報をお持ち", "発見", "お問い合わせ", "問い合わせ", "問合せ", "お気付き", "お気づき", "御存じ", "ご存じ", "見付け", "見つけ", "連絡先", "申込", "情報提供"];

    private static readonly string[] Prevention = ["詐欺", "不審な電話", "お金", "家族に相談", "元の番号", "警察を名乗", "知らない人", "確認するため"];

    public string Name => "contact-not-official";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var folded = Folding.Fold(text);
        var found = new SortedDictionary<int, TextSpan>();
        foreach (var sentence in Sentences.Of(folded))
        {
            var part = sentence.In(folded);
            var isMobile = PhoneMention.Find(part).Any(p => p.IsMobile);
            var asks = folded.Says(sentence, Seen) && !folded.Says(sentence, Prevention);
            var persons = Matches(Person, part, "who").Where(_ => asks || isMobile).ToList();
            foreach (var span in persons.Concat(asks && !part.Contains("公式", StringComparison.Ordinal) ? Matches(Chat, part, null) : []).Concat(Matches(FreeMail, part, null)))
            {
                found.TryAdd(sentence.Start + span.Start, new TextSpan(sentence.Start + span.Start, span.Length));
            }
        }

        return found.Values.Select(span => new Hit(
            new($"連絡先が公的な窓口ではありません（{span.In(text)}）。", $"The contact is no office ({span.In(text)})."),
            span,
            null,
            new("警察署や担当所属の番号、110番などの公的な窓口にしてください。", "Give a police station, the section in charge, or 110.")));
    }

    private static IEnumerable<TextSpan> Matches(Regex pattern, string part, string? group)
    {
        for (var m = pattern.Match(part); m.Success; m = m.NextMatch())
        {
            var at = group is null ? (m.Index, m.Length) : (m.Groups[group].Index, m.Groups[group].Length);
            yield return new TextSpan(at.Item1, at.Item2);
        }
    }
}
