using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A particular missing person is searched for in public only with the family's consent, as a rule (gm-t-4-3).</summary>
internal sealed class MissingPersonConsent : ICheck
{
    private static readonly Regex Missing = Patterns.Of(
        "行方(が|も)?(分|わ)か(らなく|らず|らない|りません)[ぁ-ん]{0,8}|行方不明(に(なって|なり|なった)|となって|です|の(男|女|高齢|子|児童|少年|少女|方|小学生|中学生|高校生|[0-9０-９]{1,2}歳))[ぁ-ん]{0,8}|(帰宅|戻って|帰って)(して|き|い)?(いま|て)?(せん|いません|いない|おりません)|連絡が(取れ|とれ)(なく|ず|ない|ません)[ぁ-ん]{0,8}|(特異)?行方不明者(の手配|を手配|を捜索)");

    private static readonly Regex Particular = Patterns.Of("[0-9０-９]{1,3}歳|男性|女性|男子|女子|男の子|女の子|男児|女児|高齢の方|お年寄り|児童|生徒|園児|少年|少女|身長|服装|[0-9０-９]0代");
    private static readonly Regex Search = Patterns.Of("捜して|探して|お捜し|お探し|見かけ|見掛け|心当たり|情報(を|の)(提供|お寄せ|お願い)|目撃|身長|特徴|手配|連絡(を|して)");
    private static readonly Regex Found = Patterns.Of("発見され(まし|た)|見つかりまし|無事(に)?(発見|保護)|保護され(まし|た)|保護しました");

    public string Name => "missing-person-consent";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        if (subject.IsFact("family_consent") || subject.Facts.ContainsKey("closes") || Found.IsMatch(text)
            || !Particular.IsMatch(text) || !Search.IsMatch(text) || Missing.SpansIn(text).FirstOrDefault() is not { Length: > 0 } span)
        {
            yield break;
        }

        yield return new Hit(
            new("家族の了解が記録されていません。", "The consent of the family is not on record."),
            span,
            null,
            new("家族の了解を得て、了解した人と日時を記録してください。", "Obtain it, and enter who consented and when."));
    }
}
