using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The heading is the application's subject, word for word, once (gx-13-1-1, gx-13-1-2).</summary>
internal sealed class HeadingMismatch : ICheck
{
    public string Name => "heading-mismatch";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (!ShortPost.Is(subject) || subject.Subject.Length == 0 || Heading.Of(subject.Text) is not { } heading)
        {
            yield break;
        }

        var wanted = $"{Heading.Open}{subject.Subject}{Heading.Close}";
        if (Composed.Of(heading) != Composed.Of(wanted))
        {
            yield return new Hit(
                new(
                    $"見出し{heading}が申請書の件名「{subject.Subject}」と一致しません。",
                    $"The heading {heading} is not the subject of the application, “{subject.Subject}”."),
                new TextSpan(0, heading.Length),
                null,
                new("件名をそのまま見出しにしてください。", "Use the subject as it stands."),
                wanted);
        }
    }
}
