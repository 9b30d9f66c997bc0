using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every draft says whether it speaks of a case; one that does names the units concerned (is-3-4-a).</summary>
internal sealed class CaseFlag : ICheck
{
    public string Name => "case-flag";

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
                new("事件に関する情報を含むかどうかが選ばれていません。", "It has not been said whether this speaks of a case."),
                null,
                "case-information",
                new("「含む」か「含まない」を選んでください。", "Choose one."));
        }
        else if (content is { CaseInformation: "yes", RelatedUnits: null or { Count: 0 } })
        {
            yield return new Hit(
                new("事件に関する情報を含むので、関係所属が必要です。", "It speaks of a case: name the units concerned."),
                null,
                "related-units",
                new("関係所属を選んでください。", "Choose them."));
        }
    }
}
