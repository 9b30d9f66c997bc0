using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Words that the regulation lists itself, with what it has to say about them. For what needs no check of its own.</summary>
internal sealed class ListedWords : ICheck
{
    public string Name => "listed-words";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("words", ParameterKind.List, true, "Words to look for, letter by letter, full width or half width."),
        new("says", ParameterKind.Text, true, "What the author is told, in Japanese."),
        new("says_en", ParameterKind.Text, true, "The same in English."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        Words.Find(subject.Text, with.List("words")).Select(span => new Hit(
            new($"「{span.In(subject.Text)}」があります。{with.Text("says")}", $"The text says “{span.In(subject.Text)}”. {with.Text("says_en")}"),
            span,
            null,
            new("言い換えるか、残す必要があるときは理由を入力してください。", "Reword it or, if it must stand, state a reason.")));
}
