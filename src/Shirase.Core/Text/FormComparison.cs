using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>What a text written from a standard form has besides the form's own words and its slots. Pure.</summary>
public static class FormComparison
{
    /// <summary>Most characters that a slot takes. Ours: a date, a place, a number; not a sentence.</summary>
    public const int SlotMax = 40;

    /// <summary>The stretches that were added or that do not fit a slot; and whether words of the form are missing.</summary>
    /// <param name="form">The form, with slots in braces such as <c>{場所}</c>.</param>
    public static (IReadOnlyList<TextSpan> Added, IReadOnlyList<string> Missing) Compare(string form, string text)
    {
        var added = new List<TextSpan>();
        var missing = new List<string>();
        var at = 0;
        var slot = false;
        foreach (var (part, isSlot) in Parts(form))
        {
            if (isSlot)
            {
                slot = true;
                continue;
            }

            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                missing.Add(part);
                continue;
            }

            Gap(text, at, found, slot, added);
            (at, slot) = (found + part.Length, false);
        }

        Gap(text, at, text.Length, slot, added);
        return (added, missing);
    }

    // A slot holds a few words of one line; a full stop ends it
    private static void Gap(string text, int start, int end, bool slot, List<TextSpan> added)
    {
        if (slot)
        {
            var stop = text.AsSpan(start, end - start).IndexOfAny('\n', '。');
            start = Math.Min(stop < 0 ? end : start + stop, start + SlotMax);
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start < end && text[start..end].Trim() is not ("" or "。"))
        {
            added.Add(new TextSpan(start, end - start));
        }
    }

    private static IEnumerable<(string Part, bool IsSlot)> Parts(string form)
    {
        for (var at = 0; at < form.Length;)
        {
            var open = form.IndexOf('{', at);
            var close = open < 0 ? -1 : form.IndexOf('}', open);
            var end = close < 0 ? form.Length : open;
            if (form[at..end] is { Length: > 0 } words)
            {
                yield return (words, false);
            }

            if (close < 0)
            {
                yield break;
            }

            yield return (form[open..(close + 1)], true);
            at = close + 1;
        }
    }
}
