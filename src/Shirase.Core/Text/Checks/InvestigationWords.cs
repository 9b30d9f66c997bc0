using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Words of an investigation make two entries of the application mandatory: the consent of the section that investigates, and the state of the press release (gx-13-3-2).</summary>
internal sealed class InvestigationWords : ICheck
{
    private static readonly string[] Known = ["逮捕", "検挙", "容疑者", "被疑者", "被害者", "捜査", "防犯カメラ", "手口"];
    private static readonly string[] PressStates = ["none", "planned", "made"];

    public string Name => "investigation-words";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, false, "Words that ask for the two entries. Default: a built-in list such as 逮捕, 被疑者, 捜査.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is not { } content)
        {
            yield break;
        }

        var found = Words.Find(subject.Text, with.List("words") is { Count: > 0 } given ? given : Known);
        if (found.Count == 0)
        {
            yield break;
        }

        var word = found[0].In(subject.Text);
        if (!subject.IsFact("investigation_consent")
            && content.Consent is not { Section.Length: > 0, Person.Length: > 0, At: not null })
        {
            yield return new Hit(
                new(
                    $"「{word}」があるので、捜査担当所属の了解（所属・氏名・日時）が必要です。",
                    $"The text says “{word}”: the consent of the investigating section (section, person, time) is needed."),
                found[0],
                "consent",
                new("捜査担当所属の了解を得て、入力してください。", "Obtain the consent and enter it."));
        }

        if (!PressStates.Contains(content.PressRelease, StringComparer.Ordinal) && !subject.Facts.ContainsKey("press_released"))
        {
            yield return new Hit(
                new(
                    $"「{word}」があるので、報道発表の状況（予定なし・予定・発表済み）が必要です。",
                    $"The text says “{word}”: the state of the press release (none, planned, made) is needed."),
                found[0],
                "press",
                new("報道発表の状況を選択してください。", "Choose the state of the press release."));
        }
    }
}
