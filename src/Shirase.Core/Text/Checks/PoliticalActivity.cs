using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Support of, or opposition to, a candidate, a party or a religion (gx annex 4(3)). That an election is held, and the call to vote at
/// all, is neutral.
/// </summary>
internal sealed class PoliticalActivity : ICheck
{
    private const string Name1 = "[一-龥々ァ-ヶー○〇◯△□]{1,8}";

    private const string Party =
        "(自由民主党|自民党|立憲民主党|立憲|公明党|日本維新の会|維新の会|国民民主党|日本共産党|共産党|れいわ新選組|社会民主党|社民党|参政党|日本保守党|与党|野党|政権|内閣|" + Name1 + "党)";

    private const string Candidate =
        "(((現職|新人|元職|前職)の)?" + Name1 + "(候補者|候補|議員|知事|市長|町長|村長|区長|総理|首相|大臣|先生|氏|さん)(候補)?|(現職|新人|元職)(候補)?)";

    private const string Support =
        "((を|に)(、)?(ぜひ|是非|引き続き|皆で|みんなで|全力で|強く)?(応援|支持|推薦|当選|再選|支援)(し|さ|を|い)[ぁ-ん]{1,8}|(に|へ|への)(ご|御|清き)?(投票|一票|御?支援|ご支援|ご支持|御支持|応援)(を|し|お)[一-龥ぁ-ん]{1,8}|を(落選|打倒|退陣|辞めさせ|倒)[ぁ-ん]{1,6}|(に|には)(反対|投票しない|入れない)[ぁ-ん]{1,8})";

    private static readonly Regex Political = Patterns.Of(
        $"(?<at>({Candidate}|{Party}|(この|その|あの)(候補|候補者|政党)){Support})|(?<at>{Party}(は|が|の政策は)(素晴らしい|すばらしい|最低|無能|ひどい|信頼でき|頼りにな)[ぁ-ん]{{0,6}})|(?<at>(憲法改正|改憲|増税|減税|原発|法案|政策|条例案)に(反対|賛成)(し(ましょう|よう|ます|てください)|の声を))");

    private static readonly Regex Religious = Patterns.Of(
        $"{Name1}(教|宗|会|教団|寺院|神社|教会)(に|へ)(、)?(ぜひ|是非)?(入信|入会|改宗|帰依|お布施|献金)[ぁ-ん]{{1,8}}|(入信|信仰|布教|改宗|帰依|献金|お布施)(し(ましょう|ませんか|てください)|を(お願いします|勧めます|おすすめします|呼び掛けます))|(神|仏|教祖)(様)?(を|に)(信じ|祈り|すが)(ましょう|なさい|てください)|信じる者は救われ[ぁ-ん]{{0,3}}|{Name1}(教|宗)(は|が|だけが)(正しい|真実|唯一|最も)[ぁ-ん]{{0,6}}");

    private static readonly WordList Campaign = new("political");

    // 応援 of an athlete, 支援 of a victim, an election office that warns
    private static readonly Regex Neutral = Patterns.Of("選手|チーム|被害者|児童|遺族|大会|駅伝|違反|禁止|取締|できません|してはいけ|装|名乗|詐欺");

    public string Name => "political-activity";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("清き一票, 公認候補")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var own = Quotation.Blank(text);
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.In(own);
            if (Neutral.IsMatch(words))
            {
                continue;
            }

            var end = 0;
            foreach (var span in Political.SpansIn(words).Concat(Religious.SpansIn(words)).Concat(Campaign.Find(words, with)).OrderBy(s => s.Start).ThenByDescending(s => s.Length))
            {
                if (span.Start < end)
                {
                    continue;
                }

                end = span.End;
                var at = new TextSpan(sentence.Start + span.Start, span.Length);
                yield return new Hit(
                    new($"政治活動や宗教活動に当たるおそれがあります（{at.In(text)}）。", $"This may be political or religious activity ({at.In(text)})."),
                    at,
                    null,
                    new("特定の候補者、政党、宗教を支持し、又は反対する部分を削ってください。", "Remove what supports or opposes a candidate, a party or a religion."));
            }
        }
    }
}
