using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Year of the era and Western year are the same year, and the era has the month and day that stand behind it (gx-13-4-3).</summary>
internal sealed class DateWarekiMismatch : ICheck
{
    public string Name => "date-wareki-mismatch";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        foreach (var mention in EraMention.Find(subject.Text))
        {
            if (mention.Right() is not { } right)
            {
                continue;
            }

            var written = mention.Span.In(subject.Text);
            var message = mention.Western is { } west && mention.Era.Western(mention.Year) != west
                ? new Localized($"和暦と西暦が一致しません（{written}）。{west}年は{right}です。", $"Era and Western year do not agree ({written}): {west} is {right}.")
                : new Localized($"その日は{mention.Era.Name}ではありません（{written}）。正しくは{right}です。", $"That day is not in the era ({written}): it is {right}.");
            yield return new Hit(
                message,
                mention.Span,
                null,
                new("和暦と西暦のどちらが正しいかを確かめて直してください。", "Find out which of the two is right and correct it."),
                right.Length == 0 ? null
                    : subject.Text[mention.Span.Start..mention.EraSpan.Start] + (mention.EraSpan.In(subject.Text).EndsWith('年') ? right : right[..^1])
                        + subject.Text[mention.EraSpan.End..mention.Span.End]);
        }
    }
}
