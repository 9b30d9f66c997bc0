using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The limit that the guidelines set: visible characters as written, heading, line breaks and address included (gx-13-2-1, gx-13-2-3).</summary>
internal sealed class XLengthPolicy : ICheck
{
    private const int Default = 140;

    public string Name => "x-length-policy";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("max", ParameterKind.Number, false, "Most characters of heading and body together. Default: 140."),
        new("mode", ParameterKind.Text, false, "strict: this count and the platform's must pass; platform_only: the platform's alone. Default: strict."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var max = with.Number("max", Default);
        if (!ShortPost.Is(subject) || with.Text("mode") == "platform_only" || LiteralCount.Of(subject.Text) is var count && count <= max)
        {
            yield break;
        }

        var fits = LiteralCount.IndexAfter(subject.Text, max);
        yield return new Hit(
            new(
                $"要領で定める{max}文字を超えています（{count}文字、{count - max}文字超過）。見出し・改行・URLも文字数に含みます。",
                $"Longer than the {max} characters that the guidelines allow ({count}, {count - max} too many). Heading, line breaks and addresses count."),
            new TextSpan(fits, subject.Text.Length - fits),
            null,
            new("本文又は件名を短くしてください。", "Shorten the body or the subject."));
    }
}
