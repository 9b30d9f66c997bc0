using System.Globalization;

namespace Shirase.Core.Posts;

/// <summary>Tells whether a proposed change is of typography only, so that the head's decision may be carried over (gx-3-2-b-2).</summary>
public static class Typography
{
    /// <summary>
    /// True when only subject or body differ, no digit and no link is touched, and at most this many characters change.
    /// </summary>
    public static bool IsAllThatChanges(PostContent before, PostContent after, int maxCharacters)
    {
        if ((before with { Subject = "", Body = "" }).Hash() != (after with { Subject = "", Body = "" }).Hash())
        {
            return false;
        }

        var (a, b) = (before.Subject + "\n" + ComposedText.Lf(before.Body), after.Subject + "\n" + ComposedText.Lf(after.Body));
        if (Digits(a) != Digits(b) || Links(a) != Links(b))
        {
            return false;
        }

        var (x, y) = (Elements(a), Elements(b));
        var start = 0;
        while (start < x.Count && start < y.Count && x[start] == y[start])
        {
            start++;
        }

        var end = 0;
        while (end < x.Count - start && end < y.Count - start && x[^(end + 1)] == y[^(end + 1)])
        {
            end++;
        }

        return Math.Max(x.Count, y.Count) - start - end <= maxCharacters;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    private static string Links(string text) => string.Join(' ', text.Split([' ', '\n', '　']).Where(w => w.Contains("://", StringComparison.Ordinal)));

    private static List<string> Elements(string text)
    {
        var result = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            result.Add(elements.GetTextElement());
        }

        return result;
    }
}
