using System.Buffers;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Words that degrade, and sentences that say of a whole group of people that they are criminals or dangerous (gm-5-5-2).</summary>
internal sealed class DiscriminatoryExpression : ICheck
{
    private const string Minorities =
        "在日外国人|在留外国人|不法滞在者|外国人労働者|外国人|外国籍の(方|人|者|住民)?|在日|移民|難民|技能実習生|留学生|[ァ-ヶー]{2,10}人|中国人|韓国人|朝鮮人|台湾人|米国人|黒人|白人|イスラム教徒|"
        + "ホームレス|路上生活者|日雇い労働者|無職の(人|者|男|女)|生活保護(の)?受給者|精神障害者|精神障がい者|知的障害者|知的障がい者|発達障害(者|の人)|障害者|障がい者|精神疾患の(ある)?(人|方|者)|"
        + "前科者|元受刑者|刑務所を出た人|同性愛者|性的少数者|トランスジェンダー|同和地区の(人|住民)";

    private const string Others = "母子家庭|父子家庭|ひとり親家庭(の子)?|施設の子|老人|高齢者|お年寄り|若者|女性|男性|女|オタク|感染者";

    private const string Criminal =
        "犯罪(に(関わ|かかわ|手を染め)|を(犯|おか|起こ)|をす|行為をす)[ぁ-ん]{1,4}(こと|人|者|ケース|場合)?(が|も)(多い|ほとんど|絶えない)|犯罪(に(走り|手を染め)|を(犯し|おかし|起こし))(やすい|がち)|犯罪(者)?(が|も)(多い|ほとんど)|犯罪率が高い|"
        + "犯罪者(ばかり|だらけ|予備軍)|何をするか(分|わ)からない|信用(できない|できません|してはいけない|しては(いけ|なり)ません|ならない)|(泥棒|うそつき|嘘つき|悪人|怠け者|不潔|乱暴|凶暴|野蛮)(ばかり|が多い|だらけ|です|だから|である)|"
        + "能力が(低い|劣る)|頭が(悪い|おかしい)|劣って(いる|います)";

    private const string Feared =
        "危険(な(存在|人物|連中|人|人々)|だから|なので|だ|です|である)|怖い(から|ので|です|人|存在)|迷惑(です|だ|な(人|存在|連中))|治安を(悪くする|悪くして|悪化させ)|(近づ|近寄)(かない|かせない|らない|らせない)(ように|ほうがよい|方がよい|方がいい|ほうがいい|でください|こと)|追い出[ぁ-ん]{1,4}";

    private const string Kind = "(の(若者|男|女|人|方|者|子|家庭|グループ|集団|住民))?";

    private const string Binding = "(は|って|には|が|による|の|というのは|なんて|だから)、?(すぐに|すぐ|よく|みんな|みな|皆|必ず|やはり|一般に|とても|本当に|特に|たいてい|大抵)?";

    private static readonly string[] Endings = ["なので", "だから", "ので", "から", "ため", "です"];

    // Without one of these neither pattern can match
    private static readonly SearchValues<string> Judging = SearchValues.Create(
        ["犯罪", "何をするか", "信用", "泥棒", "うそつき", "嘘つき", "悪人", "怠け者", "不潔", "乱暴", "凶暴", "野蛮", "能力が", "頭が", "劣って", "危険", "怖い", "迷惑", "治安を", "近づ", "近寄", "追い出", "くせに", "分際で", "だてらに", "腐った", "家事", "家庭", "感情的", "黙って", "論理的", "台所", "力仕事", "運転が", "たら"],
        StringComparison.Ordinal);

    private static readonly WordList Slurs = new("discriminatory");

    // 外国人は犯罪に関わることが多い: the judgement stands directly behind the group
    private static readonly Regex General = Patterns.Of($"({Minorities}){Kind}(たち|達|ら)?{Binding}({Criminal}|{Feared}|犯罪が増えて(いる|います))|({Minorities}){Kind}(たち|達|ら)?(を|に)(見たら|見かけたら|会ったら|出会ったら)[^。、\n]{{0,6}}(警戒|通報|注意|疑|逃げ|110番)[ぁ-ん]{{0,5}}|({Others})(たち|達|ら)?{Binding}({Criminal})");

    private static readonly Regex Sexist = Patterns.Of("(女|男|年寄り|老人|子ども|子供|障害者|外国人|よそ者)の(くせに|分際で)|(女|男)(だてらに|の腐ったよう[なに])|(女性|女|男性|男)(は|なら)(家事|家庭|感情的|黙って|論理的でない|台所|力仕事|運転が(下手|へた))[ぁ-ん一-龥]{0,6}");

    public string Name => "discriminatory-expression";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("気違い, 土人, 女のくせに")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var own = Quotation.Blank(text);
        var judged = own.AsSpan().ContainsAny(Judging) ? General.SpansIn(own).Concat(Sexist.SpansIn(own)) : [];
        var found = Slurs.Find(text, with).Concat(judged).OrderBy(s => s.Start).ThenByDescending(s => s.Length);
        var end = 0;
        foreach (var span in found.Select(s => Trimmed(s, text)).Where(s => s.Length > 0))
        {
            if (span.Start < end)
            {
                continue;
            }

            end = span.End;
            yield return new Hit(
                new($"差別や偏見を助長するおそれのある表現です（{span.In(text)}）。", $"This may encourage discrimination or prejudice ({span.In(text)})."),
                span,
                null,
                new("集団の属性でなく、注意が必要な行為だけを書いてください。", "Write of conduct, not of what people are."));
        }
    }

    // What follows the judgement belongs to the next clause
    private static TextSpan Trimmed(TextSpan span, string text)
    {
        var words = span.In(text);
        var cut = Endings.FirstOrDefault(e => words.EndsWith(e, StringComparison.Ordinal))?.Length ?? 0;
        return span with { Length = span.Length - cut };
    }
}
