using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>
/// One version of what the published policy of an account says (運用ポリシー・運用方針). Versions are only ever added: the newest holds, the
/// older ones tell who changed what and why.
/// </summary>
public sealed class PublishedPolicy(
    Guid id, BodyId body, AccountId account, int number, string factsJson, StaffId by, DateTimeOffset at, string why)
{
    /// <summary>Point of the procedure that says that the policy was adopted; nothing may be missing from it then.</summary>
    public const string PolicyAdopted = "policy-adopted";

    /// <summary>The same for the terms of use.</summary>
    public const string TermsAdopted = "terms-adopted";

    /// <summary>Point that says that the profile of the account tells its mode.</summary>
    public const string ProfileMode = "profile-mode";

    /// <summary>Point of the procedure that says that log-in is protected by a second step, or why it is not (to-7-2-o).</summary>
    public const string StrongAuthentication = "strong-authentication";

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; } = number;

    public string FactsJson { get; private set; } = factsJson;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Why it was changed; empty for the first version.</summary>
    public string Why { get; private set; } = why;

    public PolicyFacts Facts() => PolicyFacts.FromJson(FactsJson);

    /// <summary>The next version, or why it cannot be.</summary>
    /// <param name="before">The newest version, or null for the first.</param>
    /// <param name="seen">Number of the version that the writer was shown; 0 for none.</param>
    public static Result<PublishedPolicy> Next(OfficialAccount account, PublishedPolicy? before, PolicyFacts facts, int seen, Act act, Regulation regulation)
    {
        if (account.State == AccountState.Deleted)
        {
            return new AccountHasEnded();
        }

        if (seen != (before?.Number ?? 0))
        {
            return new PolicyChangedMeanwhile();
        }

        if (Refuse(facts, regulation, act.At.JapanDay()) is { } refusal)
        {
            return refusal;
        }

        if (before is not null && string.IsNullOrWhiteSpace(act.Why))
        {
            return new PolicyNeedsReason();
        }

        // The profile still tells the public the other use; it is confirmed anew once it was rewritten (to-5-1-i-1)
        if (before?.Facts() is { Mode.Length: > 0 } was && was.Mode != facts.Mode)
        {
            facts = facts with { Points = facts.Points.Where(p => p.Key != ProfileMode).ToDictionary() };
        }

        return new PublishedPolicy(
            Guid.CreateVersion7(act.At), account.Body, account.Id, (before?.Number ?? 0) + 1, facts.ToJson(), act.By, act.At, act.Why?.Trim() ?? "");
    }

    /// <summary>Why the facts cannot stand as they are, or null. A draft may be incomplete; what counts as adopted may not.</summary>
    public static Refusal? Refuse(PolicyFacts facts, Regulation regulation, DateOnly today)
    {
        if (facts.Address.Length > 0 && WrongAddress(facts.Address, regulation) is { } address)
        {
            return address;
        }

        if (facts.Page.Length > 0 && (!Uri.TryCreate(facts.Page, UriKind.Absolute, out var page) || page.Scheme is not ("https" or "http")))
        {
            return new PolicyPageAddressIsWrong(ClauseOf(regulation, "purpose"));
        }

        if ((facts.From is null) != (facts.To is null) || facts.To <= facts.From)
        {
            return new PolicyHoursAreWrong(ClauseOf(regulation, "hours"));
        }

        var missing = regulation.PolicyItems
            .Where(i => facts.Points.ContainsKey(PolicyItems.IsOfTerms(i.Id) ? TermsAdopted : PolicyAdopted) && !PolicyItems.IsFilled(i.Id, facts)).ToList();
        if (missing.Count > 0)
        {
            return new PolicyIsIncomplete([.. missing.Select(m => m.Name)], missing[0].Clause);
        }

        if (facts.Points.ContainsKey(PolicyAdopted) && facts.LawUntil is { } end && end < today && facts.LawReason.Length == 0)
        {
            return new LawHasEnded(facts.Law, end, ClauseOf(regulation, "personal-information"));
        }

        if (regulation.AccountPoints.FirstOrDefault(p => p.Id == StrongAuthentication) is { } strong && facts.Points.ContainsKey(strong.Id)
            && facts is not { Authentication: "on" or "not-offered" } and not { Authentication: "off", AuthenticationReason.Length: > 0, AuthenticationReview: not null })
        {
            return new AuthenticationIsOpen(strong.Clause);
        }

        // A community without anybody who answers would be ignored (to-5-1-i-1, to-5-2-u)
        return (facts.Contributions == "answered" || facts.Mode == "community") && facts.AnsweredBy.Length == 0 && regulation.ClauseFor("record:reply-arrangement") is { } clause
            ? new ReplyNeedsArrangement(clause)
            : null;
    }

    /// <summary>Items that the regulation asks for and that are not filled in, and points that nobody confirmed, in its order.</summary>
    public static IReadOnlyList<NamedChoice> Open(PolicyFacts? facts, Regulation regulation) =>
    [
        .. regulation.PolicyItems.Where(i => facts is null || !PolicyItems.IsFilled(i.Id, facts)),
        .. regulation.AccountPoints.Where(p => facts?.Points.ContainsKey(p.Id) is not true),
    ];

    private static Refusal? WrongAddress(string address, Regulation regulation) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps ? new AccountAddressIsWrong(ClauseOf(regulation, "address"))
        : Text.Checks.UrlShortener.Shortens(uri.Host) ? new AccountAddressIsShort(uri.Host, ClauseOf(regulation, "address"))
        : null;

    private static string? ClauseOf(Regulation regulation, string item) => regulation.PolicyItems.FirstOrDefault(i => i.Id == item)?.Clause;
}

public sealed record PolicyChangedMeanwhile() : Refusal(new Localized(
    "表示していた内容が、その後に変わりました。今の内容を読んでから、もう一度保存してください。入力した内容は画面に残っています。",
    "What you were shown has changed since. Read the present state and save again; what you typed is still on the screen."));

public sealed record PolicyNeedsReason() : Refusal(new Localized(
    "変更の理由を入力してください。", "Say why it is changed."));

public sealed record PolicyHoursAreWrong(string? By) : Refusal(new Localized(
    "運用時間は、始めと終わりの両方を、終わりが後になるように入力してください。", "Enter both ends of the operating hours, the later one last."), By);

public sealed record PolicyIsIncomplete(IReadOnlyList<Localized> Items, string? By) : Refusal(new Localized(
    $"まだ書かれていない項目があるため策定済みにできません：{string.Join('、', Items.Select(i => i.Ja))}。書いてから、もう一度保存してください。",
    $"It cannot count as adopted while these items are missing: {string.Join(", ", Items.Select(i => i.En))}. Fill them in and save again."), By);

public sealed record LawHasEnded(string Law, DateOnly End, string? By) : Refusal(new Localized(
    $"掲げた法令（{Law}）は{End.Year}年{End.Month}月{End.Day}日で効力を失っています。今の法令に改めるか、そのまま掲げる理由を入力してください。",
    $"The law that is cited ({Law}) went out of force on {End:yyyy-MM-dd}. Cite the present one, or say why it stays."), By);

public sealed record AuthenticationIsOpen(string? By) : Refusal(new Localized(
    "認証の強化策を設定するか、できない理由を登録してください。できないときは、次に見直す日も要ります。",
    "Set up two-step authentication, or enter why it cannot be and when that is looked at again."), By);

public sealed record ReplyNeedsArrangement(string? By) : Refusal(new Localized(
    "返信の体制が定められていません。だれが答え、だれが承認するかを入力してください。", "Answering needs an arrangement: say who answers and who approves."), By);

public sealed record AccountAddressIsWrong(string? By) : Refusal(new Localized(
    "アカウントのアドレスは https:// から入力してください。", "Enter the address of the account from https:// on."), By);

public sealed record PolicyPageAddressIsWrong(string? By) : Refusal(new Localized(
    "掲載したページのアドレスは https:// から入力してください。", "Enter the address of the page from https:// on."), By);

public sealed record AccountAddressIsShort(string Host, string? By) : Refusal(new Localized(
    $"短縮URL（{Host}）は使えません。アカウントのページの正式なアドレスを入力してください。", $"A shortened link ({Host}) does not do. Enter the full address of the account."), By);
