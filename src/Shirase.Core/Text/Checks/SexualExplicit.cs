using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Sexual acts described in plain words: children receive these messages too (gm-5-5-2). What follows each other in one sentence is
/// one finding. Names of crimes such as 不同意わいせつ are no description.
/// </summary>
internal sealed class SexualExplicit : ICheck
{
    private const string Words =
        "性器|陰部|陰茎|局部|恥部|股間|陰毛|肛門|乳首|乳房|自慰|オナニー|マスターベーション|手淫|射精|精液|体液|性交|性行為|口淫|勃起|セックス|全裸|半裸|裸体|スカートの中|下着の中|下着を(脱|下ろ)|パンツを(脱|下ろ)|(胸|乳|尻|お尻|下半身|太もも)を(もま|揉ま|もみ|揉み|もん|揉ん|なめ|舐め|触ら|触り|触っ|つかま|わしづかみ)|(体|身体|顔|首|足)を(なめ|舐め)|わいせつな言葉を";

    private static readonly Regex Act = Patterns.Of(
        $"({Words})(行為|など)?((を|に|が|で)[^、。\n]{{1,8}}?(ながら|れる|れた|れて|した|して|する|せる|せた|せて|る|た|て|し、)|れる|れた|れて|る|た|て)?");

    private static readonly Regex Law = Patterns.Of("不同意性交等|強制性交等|性交同意年齢|性交等罪|公然わいせつ|不同意わいせつ");

    public string Name => "sexual-explicit";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words to look for besides the built-in ones (性器, 自慰 …). Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var law = Law.SpansIn(text).ToList();
        var acts = Act.SpansIn(text).Where(s => !law.Exists(l => l.Start <= s.Start && s.Start < l.End)).Concat(Text.Words.Find(text, with.List("words"))).OrderBy(s => s.Start).ToList();
        if (acts.Count == 0)
        {
            yield break;
        }

        foreach (var sentence in Sentences.Of(text))
        {
            var inside = acts.Where(a => a.Start >= sentence.Start && a.Start < sentence.End).ToList();
            if (inside.Count == 0)
            {
                continue;
            }

            var end = inside.Max(a => a.End);
            var span = new TextSpan(inside[0].Start, end - inside[0].Start - (text[end - 1] == '、' ? 1 : 0));
            yield return new Hit(
                new($"性的な行為の描写を控えてください（{span.In(text)}）。", $"Do not describe sexual acts ({span.In(text)})."),
                span,
                null,
                new("「身体の一部を見せられる」「体を触られる」など、定型の表現に言い換えてください。", "Use the standard wording, such as 「身体の一部を見せられる」 or 「体を触られる」."));
        }
    }
}
