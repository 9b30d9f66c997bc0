using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Names of persons (gx-13-3-1): a common family name, perhaps with a given name, before さん, 氏, 容疑者 and the like, behind
/// 担当 or 氏名, or before an age in brackets. Careful rather than complete: a clean text is not to be disturbed.
/// </summary>
internal sealed class PiiName : ICheck
{
    private const int LongestGivenName = 3;
    private const string Variants = "髙高﨑崎邉辺邊辺濵浜";

    private static readonly string[] Titles =
        ["容疑者", "被疑者", "被告人", "被告", "さん", "ちゃん", "くん", "君", "氏", "様", "巡査部長", "警部補", "巡査", "警部"];

    private static readonly string[] Labels = ["担当者", "担当", "氏名", "名前", "責任者"];

    private static readonly HashSet<string> Surnames = [.. Resource.Lines("surnames").SelectMany(l => l.Split(' '))];

    public string Name => "pii-name";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        foreach (var run in CharacterRuns.Of(text, IsNameCharacter))
        {
            if (NameIn(text, run) is { } name)
            {
                yield return new Hit(
                    new($"個人の氏名が含まれている可能性があります（{name.In(text)}）。", $"This may be a person’s name ({name.In(text)})."),
                    name,
                    null,
                    new("氏名を削るか、残す必要があるときは理由を入力してください。", "Remove the name or, if it must stand, state a reason."));
            }
        }
    }

    // 田中一郎さん, 田中容疑者, 担当：髙﨑, 田中一郎（34）
    private static TextSpan? NameIn(string text, TextSpan run)
    {
        var words = run.In(text);
        var title = Titles.FirstOrDefault(t => words.EndsWith(t, StringComparison.Ordinal) && words.Length > t.Length);
        var before = words.Length - (title?.Length ?? 0);
        if (title is not null)
        {
            return IsName(words[..before]) ? new TextSpan(run.Start, before) : null;
        }

        if (Titles.Any(t => text.AsSpan(run.End).StartsWith(t, StringComparison.Ordinal)) || IsAge(text, run.End))
        {
            return IsName(words) ? run : null;
        }

        var label = Labels.FirstOrDefault(l => words.StartsWith(l, StringComparison.Ordinal));
        return label is not null && IsName(words[label.Length..]) ? new TextSpan(run.Start + label.Length, words.Length - label.Length)
            : IsLabelled(text, run.Start) && IsName(words) ? run
            : null;
    }

    private static bool IsName(string words)
    {
        var plain = string.Concat(words.Select(c => Variants.IndexOf(c, StringComparison.Ordinal) is var i and >= 0 && i % 2 == 0 ? Variants[i + 1] : c));
        for (var n = Math.Min(3, words.Length); n > 0; n--)
        {
            if (words.Length - n <= LongestGivenName && (Surnames.Contains(words[..n]) || Surnames.Contains(plain[..n])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLabelled(string text, int start)
    {
        var before = text.AsSpan(0, start);
        if (before.Length == 0 || before[^1] is not ('：' or ':' or '　' or ' '))
        {
            return false;
        }

        foreach (var label in Labels)
        {
            if (before[..^1].EndsWith(label, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

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

        i += i < rest.Length && rest[i] is '歳' or '才' ? 1 : 0;
        return i is > 2 and < 6 && i < rest.Length && Folding.Fold(rest[i]) == ')';
    }

    private static bool IsNameCharacter(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '々';
}
