namespace Shirase.Core.Accounts;

/// <summary>The items of a policy or of terms of use that the program has a field for; regulation files pick from them.</summary>
public static class PolicyItems
{
    /// <summary>Id, and whether it is filled in.</summary>
    private static readonly Dictionary<string, Func<PolicyFacts, bool>> Filled = new(StringComparer.Ordinal)
    {
        ["purpose"] = p => p.Purpose.Length > 0,
        ["contents"] = p => p.Contents.Length > 0,
        ["responsible"] = p => p.Responsible.Length > 0,
        ["address"] = p => p.Address.Length > 0,
        ["hours"] = p => p is { From: not null, To: not null },
        ["contributions"] = p => p.Contributions.Length > 0 && (p.Contributions != "answered" || p.AnswerDays > 0),
        ["other-methods"] = p => p.OtherMethods.Length > 0,
        ["personal-information"] = p => p.PersonalInformation.Length > 0,
        ["mode"] = p => p.Mode.Length > 0,
        ["user-rules"] = p => p.UserRules.Length > 0,
        ["intellectual-property"] = p => p.IntellectualProperty.Length > 0,
        ["disclaimer"] = p => p.Disclaimer.Length > 0,
    };

    /// <summary>Items of the terms of use (利用規約); the others are of the policy.</summary>
    private static readonly string[] OfTerms = ["user-rules", "intellectual-property", "disclaimer"];

    private static readonly string[] Users = ["利用者", "投稿者", "ユーザー", "寄せられた"];

    public static IReadOnlyList<string> Known { get; } = [.. Filled.Keys];

    public static bool IsFilled(string item, PolicyFacts facts) => Filled.TryGetValue(item, out var filled) && filled(facts);

    /// <summary>True when a text on intellectual property forgets what users contribute (ok-4-4-i).</summary>
    public static bool ForgetsUsers(string text) =>
        text.Length > 0 && !Users.Any(w => text.Contains(w, StringComparison.Ordinal));

    public static bool IsOfTerms(string item) => OfTerms.Contains(item, StringComparer.Ordinal);
}
