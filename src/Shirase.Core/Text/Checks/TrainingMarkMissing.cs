using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A drill says so first: 【訓練】 begins the subject and the text. Drills that did not were taken for the real thing.</summary>
internal sealed class TrainingMarkMissing : ICheck
{
    private const string Mark = "【訓練】";

    public string Name => "training-mark-missing";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (!subject.IsFact("training"))
        {
            yield break;
        }

        var text = subject.Text;
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        // A heading is made of the subject, so that the subject is what to change
        if (subject.Subject.Length > 0 && text.AsSpan(start).StartsWith("【" + subject.Subject, StringComparison.Ordinal))
        {
            if (!Begins(text.AsSpan(start)))
            {
                var letter = new TextSpan(start + 1, char.IsHighSurrogate(subject.Subject[0]) && subject.Subject.Length > 1 ? 2 : 1);
                yield return new Hit(
                    new("訓練の表示が見出しの先頭にありません。", "The heading does not begin by saying that it is a drill."),
                    letter,
                    null,
                    new("件名の先頭に「訓練」を付けてください。", "Begin the subject with 訓練."),
                    "訓練　" + letter.In(text));
            }

            yield break;
        }

        var remedy = new Localized("件名と本文の先頭に【訓練】を付けてください。", "Begin the subject and the text with 【訓練】.");
        if (start < text.Length && !Begins(text.AsSpan(start)))
        {
            // The mend replaces the first character by the mark and itself
            var first = char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1;
            var span = new TextSpan(start, first);
            yield return new Hit(new("訓練の表示が本文の先頭にありません。", "The text does not begin by saying that it is a drill."), span, null, remedy, Mark + span.In(text));
        }

        // A short post's subject is the heading, which is part of the text
        if (!ShortPost.Is(subject) && subject.Subject.Length > 0 && !Begins(subject.Subject))
        {
            yield return new Hit(new("訓練の表示が件名の先頭にありません。", "The subject does not begin by saying that it is a drill."), null, "subject", remedy);
        }
    }

    private static bool Begins(ReadOnlySpan<char> text) =>
        text.StartsWith("【訓練", StringComparison.Ordinal);
}
