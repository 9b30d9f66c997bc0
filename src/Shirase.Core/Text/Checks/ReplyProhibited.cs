using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The account answers nobody: no text begins with @name (gx-8-1-1).</summary>
internal sealed class ReplyProhibited : ICheck
{
    public string Name => "reply-prohibited";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var heading = Heading.Of(subject.Text)?.Length ?? 0;
        foreach (var start in heading > 0 ? new[] { 0, heading } : [0])
        {
            if (MentionAt(subject.Text, start) is { } span)
            {
                yield return new Hit(
                    new("リプライは行わない運用です。", "This account does not reply to anybody."),
                    span,
                    null,
                    new(
                        "文の先頭の@とアカウント名を取り除いてください。お尋ねには、運用ポリシーに載せた窓口を御案内ください。",
                        "Remove the @ and the account name at the beginning of the text. Point those who ask to the desk that the policy names."));
            }
        }
    }

    private static TextSpan? MentionAt(string text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start >= text.Length || Folding.Fold(text[start]) != '@')
        {
            return null;
        }

        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(Folding.Fold(text[end])) || Folding.Fold(text[end]) is '_' or '.' or '-'))
        {
            end++;
        }

        return end > start + 1 ? new TextSpan(start, end - start) : null;
    }
}
