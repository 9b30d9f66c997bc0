using System.Text.RegularExpressions;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Incidents;

/// <summary>What pages of the website should show of an account, and do not. Pure.</summary>
public static partial class WebsiteComparison
{
    /// <summary>What the list of official accounts lacks of one: its name for users and who runs it (gx-4-1).</summary>
    /// <param name="operators">Name of the body that runs the account.</param>
    public static IReadOnlyList<Localized> ListingLacks(string page, OfficialAccount account, string operators)
    {
        var plain = PolicyWords.Plain(page);
        Localized?[] lacks =
        [
            Has(account.Handle) ? null : new($"アカウント名（@{account.Handle}）", $"the handle (@{account.Handle})"),
            Has(account.DisplayName) ? null : new($"表示名（{account.DisplayName}）", $"the name ({account.DisplayName})"),
            Has(operators) ? null : new($"運営主体（{operators}）", $"the operator ({operators})"),
        ];
        return [.. lacks.OfType<Localized>()];

        bool Has(string text) => plain.Contains(PolicyWords.Plain(text), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Items of an entered policy that its page does not say word for word, by the name its document gives them.</summary>
    public static IReadOnlyList<Localized> PolicyLacks(string page, PolicyFacts facts, Regulation regulation)
    {
        var plain = PolicyWords.Plain(page);
        (string Item, string Text)[] asked = [("purpose", facts.Purpose), .. facts.Categories().Select(category => ("contents", category))];
        return
        [
            .. asked.Where(a => a.Text.Trim().Length > 0 && !plain.Contains(PolicyWords.Plain(a.Text), StringComparison.OrdinalIgnoreCase))
                .Select(a => regulation.PolicyItems.FirstOrDefault(i => i.Id == a.Item)?.Name ?? new(a.Item, a.Item)).Distinct(),
        ];
    }

    /// <summary>Addresses that a policy sends its readers to, each once, with the statement that does.</summary>
    public static IReadOnlyList<(PolicyPassage Passage, Uri Address)> AddressesIn(PolicyText policy) =>
    [
        .. policy.Passages
            .SelectMany(p => Address().Matches(p.Text).Select(m => (Passage: p, Address: Uri.TryCreate(m.Value.TrimEnd('.', ',', ')'), UriKind.Absolute, out var to) ? to : null)))
            .Where(x => x.Address is not null).Select(x => (x.Passage, x.Address!)).DistinctBy(x => x.Item2),
    ];

    [GeneratedRegex(@"https?://[\x21-\x7e]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
