using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A link says where it leads; “here” does not.</summary>
internal sealed class LinkTextVague : ICheck
{
    private static readonly string[] Known =
    [
        "こちらから", "こちらをクリック", "こちらをご覧", "こちらを御覧", "こちらを確認", "詳しくはこちら", "詳細はこちら", "ここをクリック", "こちらのリンク", "こちらのURL", "下記リンク",
        "こちら→", "こちら⇒", "こちら▶", "ここから",
    ];

    public string Name => "link-text-vague";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Vague words. Default: a built-in list such as 詳しくはこちら.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        Words.Find(subject.Text, with.List("words") is { Count: > 0 } given ? given : Known)
            .Select(span => new Hit(
                new($"「{span.In(subject.Text)}」ではリンク先が分かりません。", $"“{span.In(subject.Text)}” does not say where the link leads."),
                span,
                null,
                new("リンク先のページ名などを書いてください。", "Name the page that it leads to.")));
}
