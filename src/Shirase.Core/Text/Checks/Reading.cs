using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Spaces inside a word (日　時) that a screen reader reads as two words (ok-5-2-i).</summary>
internal sealed class CharSpacedWord : ICheck
{
    private static readonly Regex Pattern = new(
        "(^|[^\\p{IsCJKUnifiedIdeographs}])(?<word>\\p{IsCJKUnifiedIdeographs}[ 　]+\\p{IsCJKUnifiedIdeographs})($|[^\\p{IsCJKUnifiedIdeographs}])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline);

    public string Name => "char-spaced-word";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        for (var m = Pattern.Match(subject.Text); m.Success; m = m.NextMatch())
        {
            var word = m.Groups["word"];
            var joined = string.Concat(word.Value.Where(c => c is not (' ' or '　')));
            yield return new Hit(
                new($"語の途中に空白があります（{word.Value}）。", $"A space stands inside a word ({word.Value})."),
                new TextSpan(word.Index, word.Length),
                null,
                new($"「{joined}」に直してください。", $"Write {joined}."),
                joined);
        }
    }
}

/// <summary>A short post is a poor place for many dates or much text (to-4-2-u, to-5-3-2-a).</summary>
internal sealed class ComplexContent : ICheck
{
    private const int Characters = 280, Dates = 3;

    public string Name => "complex-content";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("max_characters", ParameterKind.Number, false, "Characters up to which a text counts as simple. Default: 280."),
        new("max_dates", ParameterKind.Number, false, "Dates up to which a text counts as simple. Default: 3."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) => IsComplex(subject, with)
        ? [new Hit(
            new("長いか、日付や条件が多く、複雑な内容です。", "The content is complex: long, or with many dates or conditions."),
            null,
            "body",
            new("要点だけを書き、詳しくは公式ホームページのページを案内してください。", "Write a summary and point to a page of the website."))]
        : [];

    internal static bool IsComplex(CheckSubject subject, Parameters with) =>
        LiteralCount.Of(subject.Text) > with.Number("max_characters", Characters)
        || subject.Dates.Count > with.Number("max_dates", Dates);
}

/// <summary>A summary of something complex says where to get more: a link, a telephone number or a desk (to-5-3-2-b).</summary>
internal sealed class DetailSource : ICheck
{
    private static readonly string[] Known = ["問い合わせ", "問合せ", "お問合せ", "窓口", "電話", "☎", "TEL"];

    public string Name => "detail-source";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("max_characters", ParameterKind.Number, false, "Characters up to which a text counts as simple. Default: 280."),
        new("max_dates", ParameterKind.Number, false, "Dates up to which a text counts as simple. Default: 3."),
        new("words", ParameterKind.List, false, "Words that name where to ask. Default: a built-in list such as 問い合わせ, 窓口, 電話."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var words = with.List("words") is { Count: > 0 } given ? given : Known;
        if (ComplexContent.IsComplex(subject, with) && UrlExtractor.Find(subject.Text).Count == 0 && Words.Find(subject.Text, words).Count == 0)
        {
            yield return new Hit(
                new("詳しい情報の入手方法がありません。", "It does not say where to get more."),
                null,
                "body",
                new("公式ホームページのアドレス、電話番号又は窓口を書いてください。", "Add an address of the website, a telephone number or a desk."));
        }
    }
}
