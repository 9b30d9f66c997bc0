using System.Globalization;

namespace Shirase.Core.Text;

/// <summary>What became of a stretch of text between two versions.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text and what became of it.</summary>
/// <param name="Kind">Same in both versions, only in the older one, or only in the newer one.</param>
/// <param name="Text">The stretch; it never splits a character as a reader sees it.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>The differences between two versions of a text, by whole characters as a reader sees them.</summary>
public static class TextDiff
{
    /// <summary>Most single-character edits that are searched for; texts further apart are shown as replaced.</summary>
    public const int SearchLimit = 2000;

    /// <summary>
    /// The newer text told as changes of the older one, in order. The parts that are not added make up the older text,
    /// the parts that are not removed the newer one. Where words were replaced, the old ones come first.
    /// </summary>
    public static IReadOnlyList<DiffPart> Between(string before, string after)
    {
        var (a, b) = (Characters(before), Characters(after));
        var head = 0;
        while (head < a.Count && head < b.Count && Same(a[head], b[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && Same(a[^(tail + 1)], b[^(tail + 1)]))
        {
            tail++;
        }

        var runs = new DiffRuns();
        runs.Add(DiffKind.Same, a.Take(head));
        ShortestEdit.Append(runs, a.GetRange(head, a.Count - head - tail), b.GetRange(head, b.Count - head - tail), SearchLimit);
        runs.Add(DiffKind.Same, a.Skip(a.Count - tail));
        return runs.ToParts();
    }

    /// <summary>Number of places where the newer text differs from the older one.</summary>
    public static int Places(IReadOnlyList<DiffPart> parts) =>
        parts.Where((part, i) => part.Kind != DiffKind.Same && (i == 0 || parts[i - 1].Kind == DiffKind.Same)).Count();

    internal static bool Same(string x, string y) => string.Equals(x, y, StringComparison.Ordinal);

    private static List<string> Characters(string text)
    {
        var characters = new List<string>(text.Length);
        var walk = StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext())
        {
            characters.Add(walk.GetTextElement());
        }

        return characters;
    }
}
