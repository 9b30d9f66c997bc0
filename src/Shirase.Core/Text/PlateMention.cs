using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>Number plates of vehicles: 群馬 580 あ 00-00, of motorcycles too, and the numbers that follow the word ナンバー.</summary>
internal static class PlateMention
{
    private const string Regions = "(?<region>REGIONS)";
    private const string Kana = "[あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわをABEHKMTY]";
    private const string Serial = "([0-9]{1,2}-[0-9]{2}|[・.･]{1,3} ?-? ?[0-9]{1,3}|[・.･]{1,2}-[0-9]{1,2}|[0-9]{4})";

    private static readonly Regex Pattern = new(
        $"{Regions}([ ・]?[0-9][0-9A-Z]{{1,2}})?[ ・]?{Kana}[ ・]?{Serial}|[0-9]{{2,3}} ?{Kana} ?[0-9]{{1,2}}-[0-9]{{2}}"
            .Replace("REGIONS", string.Join('|', Resource.Lines("plate-regions").SelectMany(l => l.Split(' ')).OrderByDescending(r => r.Length)), StringComparison.Ordinal),
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex Labelled = new(
        "(ナンバーは?|ナンバープレートは?|車両番号は?|登録番号は?|車のナンバーは?)[ :「『]{0,2}(?<no>[0-9]{1,2}-[0-9]{2}|[0-9]{4})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    public static IReadOnlyList<TextSpan> Find(string text)
    {
        var folded = Folding.Fold(text).Replace('ー', '-');
        var found = new List<TextSpan>();
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var end = m.Index + m.Length;
            var next = end < folded.Length ? folded[end] : '\n';
            var hasMark = m.Value.AsSpan().ContainsAny("-・.･");
            if (!char.IsAsciiDigit(next) && next is not '-' && (hasMark || !"円人件年月日時分個名台本枚キメ歳km%".Contains(next, StringComparison.Ordinal))
                && (hasMark || m.Value.Count(char.IsAsciiDigit) > 4))
            {
                found.Add(new TextSpan(m.Index, m.Length));
            }
        }

        for (var m = Labelled.Match(Folding.Fold(text)); m.Success; m = m.NextMatch())
        {
            // マイナンバー is no plate, and more digits are another number
            var no = m.Groups["no"];
            var isOther = (m.Index > 1 && text[(m.Index - 2)..m.Index] == "マイ") || (m.Index + m.Length < text.Length && char.IsAsciiDigit(Folding.Fold(text[m.Index + m.Length])));
            if (!isOther)
            {
                found.Add(new TextSpan(no.Index, no.Length));
            }
        }

        return found;
    }
}
