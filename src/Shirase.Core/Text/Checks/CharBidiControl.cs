using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Controls of the writing direction, with which a text can be made to read as another one.</summary>
internal sealed class CharBidiControl : ICheck
{
    public string Name => "char-bidi-control";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        CharacterRuns.Of(subject.Text, Belongs).Select(run => new Hit(
            new("文字の向きを変える制御文字が含まれています。", "A control character that changes the writing direction is in the text."),
            run,
            null,
            new("取り除いてください。", "Remove it."),
            ""));

    private static bool Belongs(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
