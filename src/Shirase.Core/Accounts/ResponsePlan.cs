namespace Shirase.Core.Accounts;

/// <summary>What is done when reactions come in a flood (対応の計画): who watches, who decides, who is called in which order, with which texts (to-2-5).</summary>
public sealed record ResponsePlan
{
    public string Watches { get; init; } = "";

    public string Decides { get; init; } = "";

    public string Contacts { get; init; } = "";

    public string Texts { get; init; } = "";

    /// <summary>The first field that is empty, or null.</summary>
    public Localized? Missing() =>
        Watches.Length == 0 ? new("反応を見る人", "Who watches")
        : Decides.Length == 0 ? new("対応を決める人", "Who decides")
        : Contacts.Length == 0 ? new("連絡の順序", "Order of contact")
        : Texts.Length == 0 ? new("定型の文章", "Standard texts")
        : null;
}

public sealed record PlanIsIncomplete(Localized Field, string? By) : Refusal(new Localized(
    $"対応の計画の「{Field.Ja}」を入力してください。", $"Fill in \"{Field.En}\" of the plan for floods of reactions."), By);
