using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Faces and pictures made of characters: a screen reader spells them sign by sign.</summary>
internal sealed class AsciiArt : ICheck
{
    // (´・ω・｀)ノシ, (^_^;), m(_ _)m, ┌(┌^o^)┐
    private static readonly Regex Face = Patterns.Of(
        "[┌└ヽ＼ヾmｍΣ٩щ]?[(（](?<in>[^()（）\nぁ-ん一-龥]{2,14})[)）][ノシﾉｼ丿／┐┘♪☆彡ヾゞｍm旦و]*");

    // Eye, mouth, eye: ・ω・, ^_^, T_T, ;∀;
    private static readonly Regex Eyes = Patterns.Of(
        "[´｀`°º・･゜ﾟ^＾≧≦>＞<＜￣ಠ◕╹★☆×＝=*＊~～'’゛]{1,2}[ _＿.ωдДшε▽∀△oｏ口ロ□ﾛﾍへヘ皿◇‿ヮワvＶ人益-]{1,2}[´｀`°º・･゜ﾟ^＾≧≦>＞<＜￣ಠ◕╹★☆×＝=*＊~～'’゛]");

    private static readonly Regex Pair = Patterns.Of("\\^\\^|＾＾|_ _|__|≧≦|><|＞＜|´｀|[TTＴQxXoO;；][_＿ωд∀▽][TＴQxXoO;；]");
    private static readonly Regex Bow = Patterns.Of("(^|[^A-Za-z])(?<at>orz|OTL|_ﾉ乙\\(、ﾝ、\\)_)($|[^A-Za-z])");
    private static readonly Regex Frame = Patterns.Of("^[ 　]*(∧[＿_]{1,3}∧|[＿_]+[人^]{2,}[＿_]+|[＞>][ 　]*[^＜<>＞\n]{1,30}[ 　]*[＜<]|[￣‾][YＹ^＾V]{2,}[￣‾]+)[ 　]*$");
    private const string Edges = "∧＿_＞>￣‾";
    private static readonly Regex Drawing = Patterns.Of("[＿￣／＼｜∧∨Λ∪⊂⊃（）´｀ωﾉ|/\\\\_┃━┏┓┗┛┌┐└┘│─ 　´`・;:ヽノ丶i]");

    public string Name => "ascii-art";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        return Faces(text).Concat(text.AsSpan().ContainsAny("oOﾉ") ? Bow.SpansIn(text) : []).Concat(Lines(text)).OrderBy(s => s.Start).Select(span => new Hit(
            new($"顔文字・アスキーアートは読み上げで伝わりません（{span.In(text)}）。", $"Faces and pictures made of characters are not understood when read aloud ({span.In(text)})."),
            span,
            null,
            new("削るか、言葉で書いてください。", "Remove it, or use words."),
            ""));
    }

    private static IEnumerable<TextSpan> Faces(string text)
    {
        if (!text.AsSpan().ContainsAny("(（"))
        {
            yield break;
        }

        for (var m = Face.Match(text); m.Success; m = m.NextMatch())
        {
            var inside = m.Groups["in"].Value;
            if (Eyes.IsMatch(inside) || Pair.IsMatch(inside))
            {
                yield return new TextSpan(m.Index, m.Length);
            }
        }
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        foreach (var line in CharacterRuns.Of(text, c => c != '\n'))
        {
            var words = line.In(text);
            var trimmed = words.Trim(' ', '　');
            if (trimmed.Length > 2 && ((Edges.Contains(trimmed[0], StringComparison.Ordinal) && Frame.IsMatch(words)) || IsDrawn(trimmed)))
            {
                yield return new TextSpan(line.Start + words.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length);
            }
        }
    }

    // Strokes of several sorts, slanted ones among them; a ruler such as ━━━━ is none
    private static bool IsDrawn(string line) =>
        line.Length >= 5
        && line.Any(c => c is '／' or '＼' or '∧' or '∨' or '⊂' or '∪' or 'Λ' or '\\' or '|' or '｜')
        && line.Distinct().Count(c => c is not (' ' or '　')) >= 3
        && Drawing.Count(line) >= line.Length * 8 / 10;
}
