using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The date exists (gx-13-4-3).</summary>
internal sealed class DateInvalid : ICheck
{
    public string Name => "date-invalid";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        subject.Dates
            .Where(m => m.Nearest(subject.Today) is null)
            .Select(m => new Hit(
                new($"存在しない日付です（{m.DaySpan.In(subject.Text)}）。", $"There is no such date ({m.DaySpan.In(subject.Text)})."),
                m.DaySpan,
                null,
                new("正しい日付に直してください。", "Put the date right.")));
}
