using System.Text;

namespace Shirase.Core.Text.Names;

/// <summary>Hepburn spelling of kana in capitals, with and without the marks of long vowels (SATOU and SATO).</summary>
internal static class Romaji
{
    private static readonly Dictionary<string, string> Syllables = Table();

    public static IEnumerable<string> Of(string kana)
    {
        var latin = Spell(kana);
        var plain = latin.Replace("OU", "O", StringComparison.Ordinal).Replace("OO", "O", StringComparison.Ordinal).Replace("UU", "U", StringComparison.Ordinal);
        return plain == latin ? [latin] : [latin, plain, latin.Replace("OU", "OH", StringComparison.Ordinal).Replace("OO", "OH", StringComparison.Ordinal)];
    }

    private static string Spell(string kana)
    {
        var to = new StringBuilder();
        for (var i = 0; i < kana.Length; i++)
        {
            if (kana[i] == 'っ')
            {
                var next = i + 1 < kana.Length ? Syllables.GetValueOrDefault(kana[(i + 1)..(i + 2)], "") : "";
                to.Append(next.StartsWith("CH", StringComparison.Ordinal) ? "T" : next.Length > 0 ? next[..1] : "");
            }
            else if (i + 1 < kana.Length && Syllables.TryGetValue(kana[i..(i + 2)], out var pair))
            {
                to.Append(pair);
                i++;
            }
            else
            {
                to.Append(Syllables.GetValueOrDefault(kana[i..(i + 1)], ""));
            }
        }

        return to.ToString();
    }

    private static Dictionary<string, string> Table()
    {
        const string rows =
            "あA いI うU えE おO かKA きKI くKU けKE こKO さSA しSHI すSU せSE そSO たTA ちCHI つTSU てTE とTO なNA にNI ぬNU ねNE のNO はHA ひHI ふFU へHE ほHO "
            + "まMA みMI むMU めME もMO やYA ゆYU よYO らRA りRI るRU れRE ろRO わWA をO んN がGA ぎGI ぐGU げGE ごGO ざZA じJI ずZU ぜZE ぞZO だDA ぢJI づZU でDE どDO "
            + "ばBA びBI ぶBU べBE ぼBO ぱPA ぴPI ぷPU ぺPE ぽPO きゃKYA きゅKYU きょKYO しゃSHA しゅSHU しょSHO ちゃCHA ちゅCHU ちょCHO にゃNYA にゅNYU にょNYO "
            + "ひゃHYA ひゅHYU ひょHYO みゃMYA みゅMYU みょMYO りゃRYA りゅRYU りょRYO ぎゃGYA ぎゅGYU ぎょGYO じゃJA じゅJU じょJO びゃBYA びゅBYU びょBYO ぴゃPYA ぴゅPYU ぴょPYO";
        return rows.Split(' ').ToDictionary(
            w => string.Concat(w.Where(c => c > 'ぁ')), w => string.Concat(w.Where(char.IsAsciiLetterUpper)), StringComparer.Ordinal);
    }
}
