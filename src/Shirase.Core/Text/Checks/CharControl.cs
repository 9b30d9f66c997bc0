using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Control characters other than the line feed; platforms refuse or drop them.</summary>
internal sealed class CharControl : ICheck
{
    public string Name => "char-control";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        CharacterRuns.Of(subject.Text, Belongs).Select(run => new Hit(
            new("使えない制御文字が含まれています。", "A control character is in the text."),
            run,
            null,
            new("取り除いてください。", "Remove it."),
            run.In(subject.Text).Contains('\t', StringComparison.Ordinal) ? " " : ""));

    private static bool Belongs(char c) => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF';
}
