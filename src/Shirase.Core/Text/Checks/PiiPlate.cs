using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Number plates of vehicles (gx-13-3-1).</summary>
internal sealed class PiiPlate : ICheck
{
    public string Name => "pii-plate";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        PlateMention.Find(subject.Text).Select(span => new Hit(
            new($"自動車の登録番号が含まれています（{span.In(subject.Text)}）。", $"This is the number plate of a vehicle ({span.In(subject.Text)})."),
            span,
            null,
            new("削除し、車の色や種類で表してください。", "Remove it; describe the vehicle by its colour and type.")));
}
