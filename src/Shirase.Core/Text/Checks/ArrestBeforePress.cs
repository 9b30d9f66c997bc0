using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>What is said of an arrest goes out after the press release, not before (gx-13-3-2).</summary>
internal sealed class ArrestBeforePress : ICheck
{
    private static readonly string[] Stems = ["逮捕", "検挙"];

    private static readonly string[] Done =
    [
        .. new[] { "逮捕", "検挙", "摘発", "送検", "送致" }
            .SelectMany(stem => new[] { "しました", "した", "されました", "された", "しています" }.Select(end => stem + end)),
    ];

    public string Name => "arrest-before-press";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words that speak of an arrest made. Default: 逮捕しました, 検挙されました and the like.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var state = subject.Content?.PressRelease ?? "";
        if (subject.IsFact("press_released") || state is "made" or "none")
        {
            return [];
        }

        // With a release planned for the case, any word of the arrest waits for it
        var words = with.List("words") is { Count: > 0 } given ? given : state == "planned" ? [.. Done, .. Stems] : Done;
        return Words.Find(subject.Text, words).Take(1).Select(span => new Hit(
            new("報道発表が未了です。検挙に関する情報は、報道発表の後に発信してください。", "The press release has not been made. News of an arrest goes out after it."),
            span,
            null,
            new("報道発表が済んだら、案件の画面でその旨を記録してください。", "Once the release is made, record it on the page of the case.")));
    }
}
