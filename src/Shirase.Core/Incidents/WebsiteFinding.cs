namespace Shirase.Core.Incidents;

/// <summary>What one of the daily looks at the website is about.</summary>
public enum WebsiteLookKind
{
    /// <summary>公式アカウントの一覧</summary>
    Listing,

    /// <summary>運用ポリシーのページ</summary>
    Policy,

    /// <summary>運用ポリシーが案内しているページ</summary>
    Links,

    /// <summary>廃止のお知らせ</summary>
    Closing,
}

/// <summary>What a look at the website found wrong (gx-4-1, gx-5-2, is-2-2-c, is-t-8).</summary>
/// <param name="Lacks">What is missing or does not open, by name.</param>
/// <param name="Words">The sentence that those who answer for the account read.</param>
/// <param name="Clause">The clause that asks for what is missing; null where none does.</param>
public sealed record WebsiteFinding(WebsiteLookKind Kind, IReadOnlyList<string> Lacks, Localized Words, string? Clause)
{
    /// <summary>Verb of the journal that tells of it.</summary>
    public static string VerbOf(WebsiteLookKind kind) => kind switch
    {
        WebsiteLookKind.Listing => "account.listing-differs",
        WebsiteLookKind.Policy => "policy.page-differs",
        WebsiteLookKind.Closing => "account.closing-notice-differs",
        _ => "policy.links-dead",
    };

    /// <summary>Verb of the journal that tells that everything is there again.</summary>
    public static string RestoredVerbOf(WebsiteLookKind kind) => kind switch
    {
        WebsiteLookKind.Listing => "account.listing-restored",
        WebsiteLookKind.Policy => "policy.page-restored",
        WebsiteLookKind.Closing => "account.closing-notice-restored",
        _ => "policy.links-restored",
    };
}
