using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>What speaks of an incident says when the police learnt of it, because it is sent without delay from then on (gm-4-3-1).</summary>
internal sealed class RecognitionTime : ICheck
{
    public string Name => RecognitionClock.Check;

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is not { } content)
        {
            yield break;
        }

        if (content.CaseInformation is not ("yes" or "no"))
        {
            yield return new Hit(
                new("事件・事故に関する情報かどうかが選ばれていません。", "It has not been said whether this speaks of an incident."),
                null,
                "case-information",
                new("「含む」か「含まない」を選んでください。", "Choose one."));
        }
        else if (content is { CaseInformation: "yes", Case.RecognisedAt: null } or { CaseInformation: "yes", Case: null })
        {
            yield return new Hit(
                new("事件・事故を認知した日時がありません。", "The time at which the police learnt of it is missing."),
                null,
                "recognised",
                new("認知した日時を入力してください。", "Enter it."));
        }
    }
}
