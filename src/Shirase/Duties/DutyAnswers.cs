using Shirase.Core;
using Shirase.Core.Regulations;

namespace Shirase.Duties;

/// <summary>What whoever closes a duty chose, and how each thing that was looked at was found.</summary>
/// <param name="Choice">Place of the choice in the rule, from 0; null where nothing was chosen.</param>
/// <param name="Items">For each item of the rule <c>fine</c> or <c>trouble</c>.</param>
public sealed record DutyAnswers(int? Choice, IReadOnlyList<string?> Items)
{
    /// <summary>The registered terminal at which it was done; null on any other device.</summary>
    public string? Terminal { get; init; }

    public const string Fine = "fine";
    public const string Trouble = "trouble";

    /// <summary>Id of the duty that the answers open, or null.</summary>
    public string? Opens(DutyRule? rule) => FoundTrouble ? rule?.Alarm : Choice is { } i ? rule?.ChoiceOpens.ElementAtOrDefault(i) : null;

    public bool FoundTrouble => Items.Contains(Trouble);

    /// <summary>The outcome in words, or why the answers are not enough.</summary>
    public (string? Outcome, Refusal? Refusal) Said(DutyRule? rule, string? note)
    {
        if (rule is { Choices.Count: > 0 })
        {
            if (Choice is not { } i || i < 0 || i >= rule.Choices.Count)
            {
                return (note, new ChoiceIsMissing(rule.Choices, rule.Clause));
            }

            return (string.IsNullOrWhiteSpace(note) ? rule.IsTwoWay ? rule.Choices[i].Ja : null : $"{rule.Choices[i].Ja}：{note.Trim()}", null);
        }

        if (rule is not { Items.Count: > 0 })
        {
            return (note, null);
        }

        if (Enumerable.Range(0, rule.Items.Count).Any(i => Items.ElementAtOrDefault(i) is not (Fine or Trouble)))
        {
            return (note, new ItemIsUnanswered(rule.Clause));
        }

        var found = string.Join('、', rule.Items.Select((item, i) => $"{item.Ja}：{(Items[i] == Fine ? "異常なし" : "異常あり")}"));
        return (string.IsNullOrWhiteSpace(note) ? found : $"{found}。{note.Trim()}", null);
    }
}

public sealed record ChoiceIsMissing(IReadOnlyList<Localized> Choices, string? By) : Refusal(new Localized(
    $"次のどれかを選んでください：{string.Join('、', Choices.Select(c => c.Ja))}", $"Choose one: {string.Join(", ", Choices.Select(c => c.En))}"), By);

public sealed record ItemIsUnanswered(string? By) : Refusal(new Localized(
    "すべての項目に、異常の有無を答えてください。", "Answer for every item whether it is in order."), By);
