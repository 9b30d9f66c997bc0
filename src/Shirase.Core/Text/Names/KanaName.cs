using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Names;

/// <summary>Names in kana before a title: たなかさん, タナカ容疑者, ジョン・スミスさん.</summary>
internal static class KanaName
{
    private const int Shortest = 3, Longest = 9;
    private const string Particles = "のはがをにとでもやへ";

    private static readonly string[] Titles = ["さん", "容疑者", "被告", "氏", "様", "くん", "君", "ちゃん"];

    public static IEnumerable<TextSpan> Find(string text)
    {
        foreach (var title in Titles)
        {
            for (var at = text.IndexOf(title, StringComparison.Ordinal); at >= 0; at = text.IndexOf(title, at + title.Length, StringComparison.Ordinal))
            {
                if (Before(text, at, title) is { } name)
                {
                    yield return name;
                }
            }
        }
    }

    public static string Hiragana(string words) => string.Create(words.Length, words, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] is >= 'ァ' and <= 'ヶ' ? (char)(from[i] - 0x60) : from[i];
        }
    });

    private static TextSpan? Before(string text, int end, string title)
    {
        var start = end;
        while (start > 0 && end - start < 24 && IsKatakana(text[start - 1]))
        {
            start--;
        }

        if (start < end)
        {
            var words = text[start..end];
            var isForeign = words.Contains('・', StringComparison.Ordinal) || title is "容疑者" or "被告" or "氏";
            return words.Length > 2 && words[0] != '・' && (isForeign || IsName(Hiragana(words))) ? new TextSpan(start, end - start) : null;
        }

        // ひなたちゃん（5）: a given name alone, where an age says that a child is meant
        var isAged = end + title.Length + 1 < text.Length && text[end + title.Length] is '（' or '(' && char.IsAsciiDigit(Folding.Fold(text[end + title.Length + 1]));
        for (var length = Longest; length >= (isAged ? 2 : Shortest); length--)
        {
            var from = end - length;
            if (from >= 0 && text.AsSpan(from, length).IndexOfAnyExceptInRange('ぁ', 'ん') < 0 && (IsName(text[from..end]) || (isAged && title is "ちゃん" or "くん" && length < 5 && text[from] != 'お'))
                && (from == 0 || text[from - 1] is < 'ぁ' or > 'ん' || Particles.Contains(text[from - 1], StringComparison.Ordinal)))
            {
                return new TextSpan(from, length);
            }
        }

        return null;
    }

    // A family name, or family and given name
    private static bool IsName(string kana)
    {
        if (Lexicon.IsSurnameReading(kana))
        {
            return true;
        }

        for (var n = kana.Length - 2; n > 1; n--)
        {
            if (Lexicon.IsSurnameReading(kana.AsSpan(0, n)) && Lexicon.IsGivenReading(kana.AsSpan(n)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ヴ' or 'ー' or '・';
}
