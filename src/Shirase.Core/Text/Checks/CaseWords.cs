using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Words of a case in a draft that says it speaks of none (is-3-4-a).</summary>
internal sealed class CaseWords : ICheck
{
    private static readonly string[] Known = ["容疑", "逮捕", "捜査", "被害者", "被疑者", "検挙", "事件番号"];

    public string Name => "case-words";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words of a case. Default: a built-in list such as 容疑, 逮捕, 捜査.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        subject.Content is { CaseInformation: "yes" }
            ? []
            : Words.Find(subject.Text, with.List("words") is { Count: > 0 } given ? given : Known).Select(span => new Hit(
                new($"「{span.In(subject.Text)}」があります。事件に関する情報ではありませんか。", $"The text says “{span.In(subject.Text)}”. Does it not speak of a case?"),
                span,
                null,
                new("「事件に関する情報を含む」に改めるか、理由を入力してください。", "Say that it does, or state a reason.")));
}
