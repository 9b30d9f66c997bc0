using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Names;

/// <summary>Names in characters: 田中一郎さん, 田中容疑者, 担当：髙﨑, 会社員田中一郎（34）, 山田花子.</summary>
internal static class WrittenName
{
    private const int LongestSurname = 4, LongestGiven = 3, Longest = 7, LongestLine = 60;

    /// <summary>The name in a run of characters, or null.</summary>
    public static TextSpan? In(string text, TextSpan run)
    {
        var words = run.In(text);
        if (Surroundings.Offices.Any(o => words.EndsWith(o, StringComparison.Ordinal)) || IsBehindOffice(text, run))
        {
            return null;
        }

        var inside = Title(words, (w, t) => w.EndsWith(t, StringComparison.Ordinal) && w.Length > t.Length);
        if (inside is not null)
        {
            return Named(words[..^inside.Length], inside) is { } at ? new TextSpan(run.Start + at, words.Length - inside.Length - at) : null;
        }

        var behind = Title(text[run.End..Math.Min(text.Length, run.End + 5)], (w, t) => w.StartsWith(t, StringComparison.Ordinal));
        if (behind is not null && Named(words, behind) is { } start)
        {
            return new TextSpan(run.Start + start, words.Length - start);
        }

        if (IsAge(text, run.End) && Named(words, "") is { } aged)
        {
            return new TextSpan(run.Start + aged, words.Length - aged);
        }

        return Apart(text, run, words) ?? Labelled(text, run, words) ?? Bare(text, run, words);
    }

    /// <summary>True where context or gazetteer let a proposal of an analysis pass.</summary>
    public static bool Confirms(string text, NameProposal proposal)
    {
        var span = proposal.Span;
        var words = span.In(text);
        if (span.Length < 2 || !words.All(PersonNames.IsNameCharacter) || Places.IsLocal(words) || Places.Continues(text, span) || IsBehindOffice(text, span)
            || Surroundings.Nobody.Contains(words) || Surroundings.Offices.Any(o => text.AsSpan(span.End).StartsWith(o, StringComparison.Ordinal)))
        {
            return false;
        }

        var behind = Title(text[span.End..Math.Min(text.Length, span.End + 5)], (w, t) => w.StartsWith(t, StringComparison.Ordinal));
        var isFree = span.Start == 0 || !PersonNames.IsNameCharacter(text[span.Start - 1]) || IsPrefix(text[(span.Start - 1)..span.Start]);
        return isFree && (behind is not null
            ? proposal.HasSurname && !(Surroundings.Ranks.Contains(behind) && Places.IsKnownStem(words))
            : proposal is { HasSurname: true, HasGiven: true } && span.Length > 2 && IsWholeBehind(text, span.End));
    }

    // Where in the words before a title or an age the name begins; -1 is no name
    private static int? Named(string words, string title)
    {
        for (var start = Math.Max(0, words.Length - Longest); start < words.Length; start++)
        {
            if ((start == 0 || IsPrefix(words[..start])) && IsTitled(words[start..], title, start > 0))
            {
                return start;
            }
        }

        // 見本花子さん: a family name that is in no lexicon
        for (var start = Math.Max(0, words.Length - Longest); start < words.Length - 2 && (title.Length == 0 || Surroundings.Plain.Contains(title)); start++)
        {
            if ((start == 0 || IsPrefix(words[..start])) && EndsWithGiven(words.AsSpan(start)))
            {
                return start;
            }
        }

        return null;
    }

    private static bool IsTitled(string name, string title, bool isBehindPrefix)
    {
        if (Surroundings.Nobody.Contains(name) || (Surroundings.Ranks.Contains(title) && (Places.IsKnownStem(name) || Places.IsArea(name))))
        {
            return false;
        }

        for (var n = Math.Min(LongestSurname, name.Length); n > 0; n--)
        {
            var rest = name.AsSpan(n);
            var isCommon = Lexicon.IsSurname(name.AsSpan(0, n));
            if (isCommon && n == 1 && rest.Length == 0)
            {
                return !isBehindPrefix && title is "さん" or "氏" or "容疑者" or "被疑者" or "被告" or "様" or "君" or "くん";
            }

            if (isCommon && (rest.Length == 0 ? !isBehindPrefix || title.Length > 0 : IsGivenLike(rest, n)))
            {
                return true;
            }

            if (n > 1 && Lexicon.IsRareSurname(name.AsSpan(0, n)) && (Lexicon.IsGiven(rest) || (n > 2 && rest.Length == 1 && Surroundings.Plain.Contains(title)) || (rest.Length == 0 && title is "容疑者" or "被疑者" or "被告" or "被告人" or "氏" && !isBehindPrefix)))
            {
                return true;
            }
        }

        if (title is "容疑者" or "被告" or "被告人" && name.Length is > 1 and < 6 && !Surroundings.DeedEnds.Contains(name[^1], StringComparison.Ordinal))
        {
            return !isBehindPrefix;
        }

        return title is "さん" or "くん" or "君" or "ちゃん" && name.Length > 1 && !isBehindPrefix && Lexicon.IsGiven(name) && !Lexicon.IsRareSurname(name);
    }

    private static bool IsGivenLike(ReadOnlySpan<char> rest, int surname)
    {
        if (Lexicon.IsGiven(rest))
        {
            return true;
        }

        if (rest.Length > LongestGiven || surname < 2)
        {
            return false;
        }

        foreach (var thing in Surroundings.Things)
        {
            if (rest.EndsWith(thing, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // 山田 太郎さん, 山田さくらさん, 山田さくら（8）: the given name stands apart or in kana
    private static TextSpan? Apart(string text, TextSpan run, string words)
    {
        if (!Lexicon.IsSurname(words) || words.Length < 2)
        {
            return null;
        }

        var from = run.End < text.Length && text[run.End] is ' ' or '　' ? run.End + 1 : run.End;
        var to = from;
        while (to < text.Length && to - from < LongestGiven + 1 && (from > run.End && PersonNames.IsNameCharacter(text[to])
            || text[to] is >= 'ぁ' and <= 'ん' or >= 'ァ' and <= 'ヴ' or 'ー'))
        {
            to++;
        }

        for (; to - from > 1; to--)
        {
            var given = text[from..to];
            var isGiven = Lexicon.IsGiven(given) || Lexicon.IsGivenReading(KanaName.Hiragana(given));
            var title = Title(text[to..Math.Min(text.Length, to + 5)], (w, t) => w.StartsWith(t, StringComparison.Ordinal));
            var isEnd = to >= text.Length || !PersonNames.IsNameCharacter(text[to]);
            if (isGiven && (title is not null || IsAge(text, to) || (from > run.End && isEnd && PersonNames.IsNameCharacter(given[0]) && given.Length > 1)))
            {
                return new TextSpan(run.Start, to - run.Start);
            }
        }

        return null;
    }

    private static TextSpan? Labelled(string text, TextSpan run, string words)
    {
        var label = Array.Find(Surroundings.Labels, l => words.StartsWith(l, StringComparison.Ordinal) && words.Length > l.Length);
        if (label is not null && IsTitled(words[label.Length..], "担当", isBehindPrefix: false) && IsWholeBehind(text, run.End))
        {
            return new TextSpan(run.Start + label.Length, words.Length - label.Length);
        }

        var from = Math.Max(0, run.Start - LongestLine);
        var line = text.AsSpan(from, run.Start - from);
        line = line[(line.LastIndexOf('\n') + 1)..];
        if (line.Length == 0 || line[^1] is not ('：' or ':' or '　' or ' ' or 'は' or 'の' or '（' or '(') || !IsWholeBehind(text, run.End)
            || !(IsTitled(words, "担当", isBehindPrefix: false) || EndsWithGiven(words)))
        {
            return null;
        }

        var before = line[..^1].TrimEnd();
        if (before.EndsWith("名", StringComparison.Ordinal) && words.Length < Longest && EndsWithGiven(words))
        {
            return run;
        }

        if (!IsTitled(words, "担当", isBehindPrefix: false))
        {
            return null;
        }

        foreach (var l in Surroundings.Labels)
        {
            if (before.EndsWith(l, StringComparison.Ordinal) && !Places.IsKnownStem(words))
            {
                return run;
            }
        }

        // 担当：生活安全課　山田
        return before.Length > 1 && before[^1] is '課' or '係' or '室' or '班' && line.ContainsAny("担連問絡") && !Places.IsKnownStem(words) ? run : null;
    }

    // 五十畑太郎 behind 氏名: the family name is in no lexicon
    private static bool EndsWithGiven(ReadOnlySpan<char> words) =>
        (words.Length is > 2 and < 6 && Lexicon.IsGiven(words[^2..])) || (words.Length is > 3 and < 7 && Lexicon.IsGiven(words[^3..]));

    // 山田花子 and nothing around it
    private static TextSpan? Bare(string text, TextSpan run, string words)
    {
        for (var start = Math.Max(0, words.Length - Longest); start < words.Length - 3; start++)
        {
            if (start > 0 && !IsPrefix(words[..start]))
            {
                continue;
            }

            for (var n = Math.Min(3, words.Length - start - 2); n > 1; n--)
            {
                if (Lexicon.IsSurname(words.AsSpan(start, n)) && Lexicon.IsGiven(words.AsSpan(start + n)))
                {
                    var name = new TextSpan(run.Start + start, words.Length - start);
                    return IsWholeBehind(text, name.End) && !Places.IsLocal(words.AsSpan(start)) && !Places.IsArea(words.AsSpan(start)) && !Places.Continues(text, name)
                        ? name : null;
                }
            }
        }

        return null;
    }

    // 知事の山田太郎, 本部長 山田太郎
    private static bool IsBehindOffice(string text, TextSpan run)
    {
        var before = text.AsSpan(0, run.Start).TrimEnd(" 　の・、");
        foreach (var office in Surroundings.Offices)
        {
            if (before.EndsWith(office, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Behind the name: no katakana (山田太郎クリニック), no thing
    private static bool IsWholeBehind(string text, int at)
    {
        var behind = text.AsSpan(at);
        if (behind.Length > 0 && (behind[0] is >= 'ァ' and <= 'ヴ' or 'ー' || char.IsAsciiLetter(Folding.Fold(behind[0]))))
        {
            return false;
        }

        foreach (var thing in Surroundings.Things)
        {
            if (behind.StartsWith(thing, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrefix(string before) => Surroundings.PrefixEnds.Contains(before[^1], StringComparison.Ordinal);

    private static string? Title(string words, Func<string, string, bool> fits) => Array.Find(Surroundings.Titles, t => fits(words, t));

    private static bool IsAge(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(6, text.Length - at));
        if (rest.Length < 4 || Folding.Fold(rest[0]) != '(')
        {
            return false;
        }

        var i = 1;
        while (i < rest.Length && char.IsAsciiDigit(Folding.Fold(rest[i])))
        {
            i++;
        }

        var digits = i - 1;
        i += i < rest.Length && rest[i] is '歳' or '才' ? 1 : 0;
        return digits is 1 or 2 && (digits == 2 || i > 2) && i < rest.Length && Folding.Fold(rest[i]) == ')';
    }
}
