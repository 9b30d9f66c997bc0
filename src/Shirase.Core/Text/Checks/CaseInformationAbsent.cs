using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>It speaks of no case: a condition of paths that are for simple matters (is-2-4-d, is-3-4-a).</summary>
internal sealed class CaseInformationAbsent : ICheck
{
    public string Name => "no-case-information";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content?.CaseInformation == "yes")
        {
            yield return new Hit(new("事件に関する情報を含みます。", "It speaks of a case."), null, "case-information");
        }
    }
}
