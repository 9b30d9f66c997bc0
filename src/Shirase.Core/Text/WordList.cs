using System.Buffers;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>
/// A list of words of <c>Data</c>, separated by spaces, to which a regulation or a body's own rules may add by the parameter <c>words</c>.
/// A word may name what must not stand beside it: <c>全国^土人^口形</c> is 土人, but not behind 全 or 国 nor before 口 or 形. Behind = stands
/// what to say instead.
/// </summary>
internal sealed class WordList
{
    private readonly List<Word> _words;

    // Most texts hold none of the words: one look tells
    private readonly SearchValues<string> _any;

    public WordList(string name)
    {
        _words = [.. Resource.Lines(name).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Read)];
        _any = SearchValues.Create([.. _words.Select(w => w.Text)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for a word of the list as it stands, full width or half width.</summary>
    public bool Contains(string word) => _words.Exists(w => string.Equals(w.Text, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The parameter by which a file adds words.</summary>
    public static ParameterSpec Spec(string examples) =>
        new("words", ParameterKind.List, false, $"Words to look for besides the built-in list ({examples}). Default: none.");

    /// <summary>Where words of the list stand, in the order of the text; of two that overlap, the longer one.</summary>
    public IReadOnlyList<TextSpan> Find(string text, Parameters with) => [.. Matches(text, with).Select(m => m.Span)];

    /// <summary>The same, each with what to say instead, where the list knows it.</summary>
    public IReadOnlyList<(TextSpan Span, string? Instead)> Matches(string text, Parameters with)
    {
        var folded = Folding.Fold(text);
        var found = new List<(TextSpan Span, string? Instead)>();
        var known = folded.AsSpan().ContainsAny(_any) ? _words : [];
        foreach (var word in with.List("words") is { Count: > 0 } more ? known.Concat(more.Select(Read)) : known)
        {
            for (var i = Next(folded, word.Text, 0); i >= 0; i = Next(folded, word.Text, i + word.Text.Length))
            {
                if (word.MayStand(folded, i))
                {
                    found.Add((new TextSpan(i, word.Text.Length), word.Instead));
                }
            }
        }

        return found.Count > 1 ? Longest(found) : found;
    }

    private static int Next(string folded, string word, int from) =>
        word.Length == 0 || from >= folded.Length ? -1 : folded.IndexOf(word, from, Words.Comparison(word));

    private static List<(TextSpan Span, string? Instead)> Longest(List<(TextSpan Span, string? Instead)> found)
    {
        var kept = new List<(TextSpan Span, string? Instead)>();
        foreach (var hit in found.OrderBy(f => f.Span.Start).ThenByDescending(f => f.Span.Length))
        {
            if (kept.Count == 0 || hit.Span.Start >= kept[^1].Span.End)
            {
                kept.Add(hit);
            }
        }

        return kept;
    }

    private static Word Read(string entry)
    {
        var pair = entry.Split('=', 2);
        var parts = Folding.Fold(pair[0]).Split('^');
        var instead = pair.Length > 1 ? pair[1] : null;
        return parts.Length == 1 ? new("", parts[0], "", instead) : new(parts[0], parts[1], parts.Length > 2 ? parts[2] : "", instead);
    }

    private sealed record Word(string NotBehind, string Text, string NotBefore, string? Instead)
    {
        public bool MayStand(string text, int at) =>
            (at == 0 || !NotBehind.Contains(text[at - 1], StringComparison.Ordinal))
            && (at + Text.Length >= text.Length || !NotBefore.Contains(text[at + Text.Length], StringComparison.Ordinal));
    }
}
