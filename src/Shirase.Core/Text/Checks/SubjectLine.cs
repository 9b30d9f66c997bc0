using System.Buffers;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The subject becomes the heading: one line, not empty, without brackets of its own (gx-13-1-1).</summary>
internal sealed class SubjectLine : ICheck
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("【】\r\n\u2028\u2029\u0085");

    public string Name => "subject-line";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (!ShortPost.Is(subject))
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(subject.Subject))
        {
            // A bare text may come without an application, and so without a subject
            if (subject.Content is not null)
            {
                yield return new Hit(
                    new("件名がありません。", "The subject is missing."),
                    null,
                    "subject",
                    new("見出しになる件名を入力してください。", "Enter the subject; it becomes the heading."));
            }
        }
        else if (subject.Subject.AsSpan().IndexOfAny(Refused) >= 0)
        {
            yield return new Hit(
                new("件名に改行・【】は使えません。", "The subject must not contain a line break or 【 】."),
                null,
                "subject",
                new("改行と【】を取り除いてください。【】は自動で付きます。", "Remove them; 【 】 are added automatically."));
        }
    }
}
