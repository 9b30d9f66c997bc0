using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>What goes out on these grounds names the units concerned, whose heads decide (is-2-5-b).</summary>
internal sealed class RelatedUnitsMissing : ICheck
{
    public string Name => "related-units";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("grounds", ParameterKind.List, false, "Grounds that the rule speaks of. Default: all.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { Ground: { Length: > 0 } ground, RelatedUnits: null or { Count: 0 } }
            && (with.List("grounds") is not { Count: > 0 } grounds || grounds.Contains(ground, StringComparer.Ordinal)))
        {
            yield return new Hit(
                new("関係所属が選ばれていません。", "No unit concerned has been named."),
                null,
                "related-units",
                new("協議して承認を受ける関係所属を、一つ以上選んでください。", "Name at least one unit to consult, whose head then approves."));
        }
    }
}
