using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>An event is announced with its day (is-t-1-3-c).</summary>
internal sealed class DateMissing : ICheck
{
    public string Name => "date-missing";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("classes", ParameterKind.List, false, "Classes of content that the rule speaks of. Default: all.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var classes = with.List("classes");
        if ((classes.Count == 0 || classes.Contains(subject.Category, StringComparer.Ordinal)) && subject.Dates.Count == 0)
        {
            yield return new Hit(
                new("開催日時がありません。", "The text does not say when it takes place."),
                null,
                "body",
                new("開催日時を書くか、書かない理由を入力してください。", "Write the day, or say why it is left out."));
        }
    }
}
