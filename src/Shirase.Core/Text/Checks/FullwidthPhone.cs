using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A telephone number in full-width digits cannot be dialled by a touch.</summary>
internal sealed class FullwidthPhone : ICheck
{
    // Short numbers: ＃９１１０, １１０番, １８８
    private static readonly Regex Short = Patterns.Of("[#＃][０-９]{4}|１１[０８９]番|１８８");

    public string Name => "fullwidth-phone";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    /// <summary>Where such numbers stand.</summary>
    internal static IReadOnlyList<TextSpan> In(string text) => text.AsSpan().IndexOfAnyInRange('０', '９') < 0
        ? []
        : [.. PhoneMention.Find(text).Select(p => p.Span).Where(s => s.In(text).Any(FullwidthAlnum.Belongs)), .. Short.SpansIn(text)];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) => In(subject.Text).Select(span => new Hit(
        new($"電話番号は半角で入力してください（{span.In(subject.Text)}）。", $"Write telephone numbers in half width ({span.In(subject.Text)})."),
        span,
        null,
        new("全角では、読み上げや電話をかける操作に支障があります。", "In full width they can be neither read aloud well nor dialled by a touch."),
        Folding.Fold(span.In(subject.Text))));
}
