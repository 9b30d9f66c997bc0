using Shirase.Core.Regulations;
using Shirase.Core.Text.Names;

namespace Shirase.Core.Text.Checks;

/// <summary>The exact age of a person (gx-13-3-1): the custom is the decade, 70歳代. Ages of rules, such as 16歳以上, are nobody's.</summary>
internal sealed class PiiAgeExact : ICheck
{
    public string Name => "pii-age-exact";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        AgeMention.Find(subject.Text, PersonNames.Find(subject.Text, subject.Names)).Select(age => new Hit(
            new($"年齢が書かれています（{age.Span.In(subject.Text)}）。", $"The text gives an exact age ({age.Span.In(subject.Text)})."),
            age.Span,
            null,
            new("年代（○歳代）で表してください。", "Give the decade instead."),
            age.Years >= 10 && age.Span.In(subject.Text)[^1] is '歳' ? $"{age.Years / 10 * 10}歳代" : null));
}
