using System.Text;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Half-width kana, which screen readers stumble over.</summary>
internal sealed class CharHalfwidthKana : ICheck
{
    public string Name => "char-halfwidth-kana";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        CharacterRuns.Of(subject.Text, Belongs).Select(run => new Hit(
            new("半角カナは全角にしてください。", "Write half-width kana in full width."),
            run,
            null,
            new("読み上げや検索で正しく扱われません。", "Screen readers and searches do not handle it."),
            run.In(subject.Text).Normalize(NormalizationForm.FormKC)));

    private static bool Belongs(char c) => c is >= '\uFF61' and <= '\uFF9F';
}
