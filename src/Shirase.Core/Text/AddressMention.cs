using System.Buffers;
using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>An address down to the house number, as a text writes it.</summary>
/// <param name="Span">Town and number, without prefecture and municipality: 仮沢町一丁目2番3号.</param>
/// <param name="Whole">With prefecture and municipality.</param>
public sealed record AddressMention(TextSpan Span, TextSpan Whole)
{
    private const string Name = "[\u4E00-\u9FFF々ヶケツノァ-ヴー]";
    private const string Number = "[0-9〇一二三四五六七八九十百]{1,5}";

    // What is no name of a town although digits with a hyphen follow it
    private const string NoTown = "第式号表図条項版部章型番級話機度月日年時内間前中約計全各等分先発着行数比対率組階回";

    private static readonly SearchValues<char> TownSigns = SearchValues.Create("市区町村郡字丘台");

    private static readonly Regex Pattern = new(
        $"(?<name>{Name}{{1,16}}(が{Name}{{1,4}})?)(?<no>{Number}丁目 ?{Number}(番地|番|[-ー]|の|号)?の?({Number})?号?([-ー]{Number})?"
        + $"|{Number}番地(の?{Number})?号?|{Number}番地?の?{Number}号?|{Number}の{Number}の{Number}|[0-9]{{1,5}}([-ー][0-9]{{1,5}}){{1,3}})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex Room = new(
        "(マンション|アパート|ハイツ|コーポ|メゾン|団地|社宅|荘|寮)[^、。\n]{0,12}[0-9]{2,4}号室",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly string[] Labels = ["住所", "居住地", "自宅"];
    private static readonly string[] Eras = ["令和", "平成", "昭和", "西暦"];

    public static IReadOnlyList<AddressMention> Find(string text)
    {
        var folded = Folding.Fold(text);
        var found = new List<AddressMention>();
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            var name = m.Groups["name"];
            var next = m.Index + m.Length < folded.Length ? folded[m.Index + m.Length] : '\n';
            var isLabelled = Labels.Any(l => folded.AsSpan(0, m.Index).TrimEnd(" :はが").EndsWith(l, StringComparison.Ordinal) || name.Value.StartsWith(l, StringComparison.Ordinal));
            if (IsAddress(name.Value, m.Groups["no"].Value, next, isLabelled))
            {
                var skip = Places.AreaEnd(name.Value);
                found.Add(new AddressMention(
                    new TextSpan(m.Index + skip, m.Length - skip), new TextSpan(m.Index, m.Length)));
            }
        }

        for (var m = Room.Match(folded); m.Success; m = m.NextMatch())
        {
            var span = new TextSpan(m.Index, m.Length);
            found.Add(new AddressMention(span, span));
        }

        return found;
    }

    /// <summary>In one spelling, so that two can be compared: 大手町一丁目1番1号 and 大手町1-1-1 are the same.</summary>
    public static string Normal(string address)
    {
        var plain = Folding.Fold(address).Replace("番地", "-", StringComparison.Ordinal).Replace("丁目", "-", StringComparison.Ordinal);
        return string.Concat(plain.Select(c => c switch
        {
            '番' or 'の' or 'ー' => '-',
            '号' or ' ' => '\0',
            _ when "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is var i and >= 0 => (char)('0' + i),
            _ => c,
        }).Where(c => c != '\0')).TrimEnd('-');
    }

    private static bool IsAddress(string name, string number, char next, bool isLabelled)
    {
        if (number.Contains("丁目", StringComparison.Ordinal))
        {
            var behind = number[(number.IndexOf("丁目", StringComparison.Ordinal) + 2)..];
            return behind.AsSpan().ContainsAny("番号-ーの") && next is not '線';
        }

        if (number.Contains("番地", StringComparison.Ordinal))
        {
            return !number.EndsWith('地') || next is not ('域' or '元' or '方' or '味' or '下' or '上' or '点');
        }

        if (number.Contains('番', StringComparison.Ordinal))
        {
            return (number.EndsWith('号') || number.Contains('の', StringComparison.Ordinal)) && next is not ('車' or '線' or '館' or '棟' or '機')
                && IsTown(name);
        }

        if (number.Contains('の', StringComparison.Ordinal))
        {
            return IsTown(name);
        }

        var parts = number.Split('-', 'ー');
        return parts[0][0] != '0' && number.Count(char.IsAsciiDigit) < 9 && !(parts[0].Length == 4 && parts[0][0] is '1' or '2' && parts.Length == 3)
            && !Eras.Any(e => name.EndsWith(e, StringComparison.Ordinal))
            && !NoTown.Contains(name[^1], StringComparison.Ordinal)
            && next is not ('月' or '日' or '時' or '年' or '点' or '対' or '分' or '歳' or '人' or '名' or '件' or '円' or '個' or '~' or '/' or ':')
            && (parts.Length > 2 ? isLabelled || name.AsSpan().ContainsAny(TownSigns) : IsTown(name));
    }

    // 大手町, 大字仮沢, 金沢市広坂: a town by its last character, or something behind a municipality
    private static bool IsTown(string name) =>
        name[^1] is '町' or '字' or '丘' || name.EndsWith("丁目", StringComparison.Ordinal) || name.AsSpan().ContainsAny('字', '町') || Places.AreaEnd(name) > 0;
}
