using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A hashtag directly behind a letter or another hashtag is none for the platform.</summary>
internal sealed class HashtagNotLinked : ICheck
{
    public string Name => "hashtag-not-linked";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        if (!ShortPost.Is(subject) || text.AsSpan().IndexOfAny('#', '＃') < 0)
        {
            yield break;
        }

        var linked = HashtagExtractor.Find(text).Select(t => new TextSpan(t.Start, t.Length)).Concat(UrlExtractor.Find(text).Select(u => new TextSpan(u.Start, u.Length)))
            .OrderBy(l => l.Start).ToList();
        // Both go forward together: a text of nothing but tags is read once
        var (next, linkedUntil) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            while (next < linked.Count && linked[next].Start <= i)
            {
                linkedUntil = Math.Max(linkedUntil, linked[next++].End);
            }

            var end = text[i] is '#' or '＃' ? WordEnd(text, i + 1) : 0;
            if (end == 0 || i < linkedUntil || !Reads(text, i, end))
            {
                continue;
            }

            var span = new TextSpan(i, end - i);
            var behind = end < text.Length && text[end] is '#' or '＃' ? " " : "";
            var before = i > 0 && !char.IsWhiteSpace(text[i - 1]) && text[i - 1] is not ('。' or '、' or '）') ? " " : "";
            yield return new Hit(
                new($"ハッシュタグの前に空白がありません（{span.In(text)}）。", $"No space stands before the hashtag ({span.In(text)})."),
                span,
                null,
                new("前に空白を入れてください。空白がないとハッシュタグになりません。", "Put a space before it; without one it is no hashtag."),
                before + span.In(text) + behind);
            i = end - 1;
        }
    }

    // A tag has a Japanese letter or three Latin ones; C# and F#3 are names
    private static bool Reads(string text, int sign, int end)
    {
        var word = text.AsSpan(sign + 1, end - sign - 1);
        var isName = sign > 0 && char.IsAsciiLetterOrDigit(text[sign - 1]);
        var letters = 0;
        foreach (var c in word)
        {
            letters += char.IsAsciiLetter(c) ? 1 : char.IsLetter(c) ? 3 : 0;
        }

        return !isName && letters >= 3;
    }

    private static int WordEnd(string text, int at)
    {
        var start = at;
        while (at < text.Length && (PlatformCharacters.HashtagLetter.Contains(text[at]) || PlatformCharacters.HashtagOther.Contains(text[at])))
        {
            at++;
        }

        return at > start ? at : 0;
    }
}
