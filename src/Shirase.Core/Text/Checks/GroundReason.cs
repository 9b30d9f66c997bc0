using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// What a ground of the urgent path asks for: the facts of the case for 10(1), a reason of some length for 10(2) (gx-10-2-1, gx-10-2-2).
/// </summary>
internal sealed class GroundReason : ICheck
{
    private const int Default = 20;
    private static readonly string[] WithCase = ["serious-crime"];

    public string Name => "ground-reason";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("min", ParameterKind.Number, false, "Least number of characters of the reason. Default: 20."),
        new("grounds", ParameterKind.List, false, "Grounds that the rule speaks of. Default: all."),
        new("case_grounds", ParameterKind.List, false, "Grounds that ask for the facts of the case instead of a reason. Default: serious-crime."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is not { Ground: { Length: > 0 } ground } content)
        {
            return [];
        }

        if (with.List("grounds") is { Count: > 0 } grounds && !grounds.Contains(ground, StringComparer.Ordinal))
        {
            return [];
        }

        var withCase = with.List("case_grounds") is { Count: > 0 } given ? given : WithCase;
        return withCase.Contains(ground, StringComparer.Ordinal) ? OfCase(content.Case) : OfReason(content.GroundReason.Trim(), with.Number("min", Default));
    }

    private static IEnumerable<Hit> OfCase(CaseFacts? facts)
    {
        if (string.IsNullOrWhiteSpace(facts?.Summary))
        {
            yield return Missing("事案の概要", "a summary of the case");
        }

        if (facts?.RecognisedAt is null)
        {
            yield return Missing("認知日時", "when it became known");
        }

        if (string.IsNullOrWhiteSpace(facts?.Section))
        {
            yield return Missing("担当所属", "the section in charge");
        }
    }

    private static IEnumerable<Hit> OfReason(string reason, int min)
    {
        var count = LiteralCount.Of(reason);
        if (count < min)
        {
            yield return new Hit(
                new($"直ちに投稿する理由が短すぎます（{count}文字）。", $"The reason for posting at once is too short ({count} characters)."),
                null,
                "ground-reason",
                new(
                    $"次の執務時間では間に合わない理由を{min}文字以上で入力してください。",
                    $"Say in at least {min} characters why the next office hour is too late."));
        }
    }

    private static Hit Missing(string ja, string en) => new(
        new($"{ja}がありません。", $"Missing: {en}."),
        null,
        "case",
        new($"{ja}を入力してください。", $"Enter {en}."));
}
