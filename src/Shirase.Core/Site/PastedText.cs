using System.Text;
using Shirase.Core.Posts;

namespace Shirase.Core.Site;

/// <summary>What a resident pasted, and what it can be looked up by.</summary>
public sealed class PastedText
{
    // Eight characters occur by chance in few posts; a dozen places find a quotation of which parts were changed. Ours
    private const int AnchorLength = 8;
    private const int MostAnchors = 12;

    private static readonly char[] Around = ['(', ')', '[', ']', '<', '>', '「', '」', '【', '】', '・', '·', ':', '@', ' ', '\n', '\t'];

    private PastedText(string text) => Text = text;

    /// <summary>The words with single line feeds, without control characters and without space around them.</summary>
    public string Text { get; }

    /// <summary>The address when nothing but an address was pasted, else null.</summary>
    public Uri? Address => AddressIn(Plain);

    /// <summary>Stretches of the text, spread over it, none across white space: what was published and shares one may be meant.</summary>
    public IReadOnlyList<string> Anchors { get; private set; } = [];

    // Platforms, keyboards and people write Latin letters in both widths
    private string Plain => Text.Normalize(NormalizationForm.FormKC);

    public static PastedText Of(string? pasted)
    {
        // Rune by rune: half a character (a lone surrogate) cannot be asked of every database
        var text = string.Concat(ComposedText.Lf(pasted ?? "").EnumerateRunes()
            .Where(r => r.Value is '\n' or '\t' || !Rune.IsControl(r)).Select(r => r.ToString())).Trim();
        return new(text) { Anchors = AnchorsIn(text) };
    }

    /// <summary>True when this handle is all there is, with or without @, brackets and the account's name.</summary>
    public bool IsHandle(string handle, string displayName)
    {
        var rest = Plain.Replace(displayName.Normalize(NormalizationForm.FormKC), " ", StringComparison.OrdinalIgnoreCase);
        return string.Equals(rest.Trim(Around), handle, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Everything in it that may be a handle: stretches of letters, digits, hyphens, underscores and full stops.</summary>
    public IReadOnlyList<string> Names() =>
        [.. string.Concat(Plain.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.Trim('.')).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True for the same page: letters of the host in either case, http or https, with or without query and last slash.</summary>
    public static bool SamePage(Uri a, Uri b) =>
        string.Equals(a.Authority, b.Authority, StringComparison.OrdinalIgnoreCase) && a.AbsolutePath.TrimEnd('/') == b.AbsolutePath.TrimEnd('/');

    // People leave the scheme out; a name with dots alone is a handle rather than an address
    private static Uri? AddressIn(string text)
    {
        var named = text.Contains("://", StringComparison.Ordinal);
        var whole = named ? text : text.Contains('.', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal) ? "https://" + text : "";
        return !text.Any(char.IsWhiteSpace) && Uri.TryCreate(whole, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") ? uri : null;
    }

    private static List<string> AnchorsIn(string text)
    {
        var all = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(run => run.EnumerateRunes().Select(r => r.ToString()).ToList())
            .SelectMany(run => Enumerable.Range(0, Math.Max(0, run.Count - AnchorLength + 1)).Select(i => string.Concat(run.GetRange(i, AnchorLength))))
            .ToList();
        var step = Math.Max(1.0, (all.Count - 1) / (MostAnchors - 1.0));
        return [.. Enumerable.Range(0, MostAnchors).Select(i => (int)Math.Round(i * step)).Where(i => i < all.Count).Select(i => all[i]).Distinct(StringComparer.Ordinal)];
    }
}
